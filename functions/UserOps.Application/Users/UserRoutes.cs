using UserOps.Application.Http;

namespace UserOps.Application.Users;

public static class UserRoutes
{
    public static readonly Route ReadUser = new("ReadUser", "GET", "api/users/{id}", Access.Viewer, UserHandlers.ReadAsync);

    public static readonly Route ReadTimeline = new("ReadTimeline", "GET", "api/users/{id}/timeline", Access.Viewer, UserHandlers.ReadTimelineAsync);

    public static readonly Route MergeUsers = new("MergeUsers", "POST", "api/users/merge", Access.Admin, UserHandlers.MergeAsync);

    public static IReadOnlyList<Route> All { get; } =
    [
        ReadUser, ReadTimeline, MergeUsers,
    ];
}
