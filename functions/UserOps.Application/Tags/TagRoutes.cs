using UserOps.Application.Http;

namespace UserOps.Application.Tags;

public static class TagRoutes
{
    public static readonly Route TagUser = new("TagUser", "POST", "api/users/{id}/tags", Access.Marketer, TagHandlers.TagUserAsync)
    {
        Doc = new("Puts tags on a user and takes others off") { Request = typeof(TagRequest), Status = 202 },
    };

    public static IReadOnlyList<Route> All { get; } = [TagUser];
}
