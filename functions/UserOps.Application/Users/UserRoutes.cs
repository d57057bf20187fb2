using UserOps.Application.Http;
using UserOps.Application.Users.Search;

namespace UserOps.Application.Users;

public static class UserRoutes
{
    public static readonly Route ReadUser = new("ReadUser", "GET", "api/users/{id}", Access.Viewer, UserHandlers.ReadAsync)
    {
        Doc = new("Reads a user: what is known, what was bought, scores and segments") { Response = typeof(UserView) },
    };

    public static readonly Route ReadTimeline = new("ReadTimeline", "GET", "api/users/{id}/timeline", Access.Viewer, UserHandlers.ReadTimelineAsync)
    {
        Doc = new("Reads what happened to a user, oldest first")
        {
            Query =
            [
                new("limit", "integer", "1 to 500; 50 without it."),
                new("from", "string", "Nothing before this instant.", "date-time"),
                new("after", "string", "The next of the page before."),
            ],
            Response = typeof(Timeline),
        },
    };

    public static readonly Route MergeUsers = new("MergeUsers", "POST", "api/users/merge", Access.Admin, UserHandlers.MergeAsync)
    {
        Doc = new("Makes two users one, as soon as the queue comes to it") { Request = typeof(MergeRequest), Status = 202 },
    };

    public static readonly Route SearchUsers = new("SearchUsers", "GET", "api/users", Access.Viewer, SearchHandlers.SearchAsync)
    {
        Doc = new("Finds users who fulfil all that is asked; a page may hold fewer than its limit and still name a next one")
        {
            Query =
            [
                new("id", "string", "As the path of a user takes it."),
                new("emailHash", "string", "SHA-256 of the trimmed lower-case address, 64 hexadecimal digits."),
                new("segment", "string", "Key of a published segment; may come up to ten times."),
                new("tag", "string", "Name of a tag; may come up to ten times."),
                new("recency", "string", "Score or range of scores, as 4 or 4-5; so are frequency and monetary."),
                new("frequency", "string", "As recency."),
                new("monetary", "string", "As recency."),
                new("valueIndex", "string", "Value index or range, 0 to 100, as 60-100."),
                new("scoreSegment", "string", "Code of a segment of the ten rules, as score.segment of conditions; may come more than once, and one of them is enough."),
                new("stage", "string", "Life-cycle stage; may come more than once, and one of them is enough."),
                new("risk", "string", "Churn risk: healthy, watch or at-risk; several as with stages."),
                new("tier", "string", "Value tier: high, mid or low; several as with stages."),
                new("limit", "integer", "1 to 200; 50 without it."),
                new("from", "string", "The next of the page before."),
            ],
            Response = typeof(FoundUsers),
        },
    };

    public static IReadOnlyList<Route> All { get; } =
    [
        SearchUsers, ReadUser, ReadTimeline, MergeUsers,
    ];
}
