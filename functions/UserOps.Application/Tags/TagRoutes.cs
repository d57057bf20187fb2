using UserOps.Application.Http;
using UserOps.Application.Journeys;
using UserOps.Application.Journeys.Jobs;
using UserOps.Application.Tags.Many;

namespace UserOps.Application.Tags;

public static class TagRoutes
{
    public static readonly Route TagUser = new("TagUser", "POST", "api/users/{id}/tags", Access.Marketer, TagHandlers.TagUserAsync)
    {
        Doc = new("Puts tags on a user and takes others off") { Request = typeof(TagRequest), Status = 202 },
    };

    public static readonly Route ListTags = new("ListTags", "GET", "api/tags", Access.Viewer, TagListHandlers.ListAsync)
    {
        Doc = new("Lists tags, defined or not, by name: how many have each, when it was last put on, and which are unused or stale")
        {
            Query = [new("limit", "integer", "1 to 50; 20 without it."), new("from", "string", "The next of the page before.")],
            Response = typeof(TagPage),
        },
    };

    public static readonly Route ReadTag = new("ReadTag", "GET", "api/tags/{key}", Access.Viewer, TagDefinitionHandlers.ReadAsync)
    {
        Doc = new("Reads a tag: its definition with the mistakes in the draft, what it is made of, what names it and how many have it") { Response = typeof(TagView) },
    };

    public static readonly Route ReadTagHistory = new("ReadTagHistory", "GET", "api/tags/{key}/history", Access.Viewer, TagListHandlers.HistoryAsync)
    {
        Doc = new("Reads how many had a tag, by day") { Query = [new("from", "string", "First day; 90 days back without it."), new("to", "string", "Last day; today without it.")], Response = typeof(TagHistoryView) },
    };

    public static readonly Route ReadTagUsage = new("ReadTagUsage", "GET", "api/tags/{key}/usage", Access.Viewer, TagDefinitionHandlers.UsageAsync)
    {
        Doc = new("Says what names a tag, and so keeps it from being retired") { Response = typeof(TagUsageView) },
    };

    public static readonly Route SaveTag = new("SaveTag", "PUT", "api/tags/{key}", Access.Marketer, TagDefinitionHandlers.SaveAsync)
    {
        Doc = new("Keeps a draft of a tag's definition, mistakes or not, and says which there are") { RequestMedia = "application/json", Response = typeof(SavedTagView) },
    };

    public static readonly Route ActivateTag = new("ActivateTag", "POST", "api/tags/{key}/activate", Access.Marketer, TagDefinitionHandlers.ActivateAsync)
    {
        Doc = new("Puts the draft of a tag's definition in force; 422 while there are mistakes in it") { Response = typeof(ActivatedTagView) },
    };

    public static readonly Route RetireTag = new("RetireTag", "POST", "api/tags/{key}/retire", Access.Marketer, TagDefinitionHandlers.RetireAsync)
    {
        Doc = new("Takes a tag off everybody for good; 409 with the list of what names it") { Response = typeof(TagHead) },
    };

    public static readonly Route TagPeople = new("TagPeople", "POST", "api/tags/{key}/people", Access.Marketer, TagManyHandler.RunAsync, Route.IntakeBody)
    {
        Doc = new("Puts a tag on many people or takes it off: users, a segment, or a file as text/csv; 202 and a job to follow")
        {
            Query =
            [
                new("remove", "boolean", "Of a file: take it off."), new("value", "string", "Of a file: what the tag carries."),
                new("until", "string", "Of a file: the day with whose beginning it ends, or an instant."),
            ],
            Request = typeof(TagManyBody),
            Response = typeof(JobView),
            Status = 202,
        },
    };

    public static readonly Route ListTagJobs = new("ListTagJobs", "GET", "api/tags/{key}/jobs", Access.Viewer, JobHandlers.ListOfTagAsync)
    {
        Doc = new("Lists when a tag was put on many at once or taken off, the newest first")
        {
            Query = [new("limit", "integer", "1 to 100; 50 without it."), new("from", "string", "The next of the page before.")],
            Response = typeof(JobPage),
        },
    };

    public static readonly Route ValidateTag = new("ValidateTag", "POST", "api/tags/validate", Access.Marketer, TagDefinitionHandlers.ValidateAsync)
    {
        Doc = new("Says what is wrong with a tag's definition, and keeps nothing") { RequestMedia = "application/json", Response = typeof(ValidatedView) },
    };

    public static IReadOnlyList<Route> All { get; } = [TagUser, ListTags, ReadTag, ReadTagHistory, ReadTagUsage, SaveTag, ActivateTag, RetireTag, TagPeople, ListTagJobs, ValidateTag];
}
