using UserOps.Application.Http;

namespace UserOps.Application.Users;

public static class UserRoutes
{
    public static IReadOnlyList<Route> All { get; } =
    [
        new("ReadUser", "GET", "api/users/{id}", Access.Viewer, UserHandlers.ReadAsync),
        new("ReadTimeline", "GET", "api/users/{id}/timeline", Access.Viewer, UserHandlers.ReadTimelineAsync),
        new("MergeUsers", "POST", "api/users/merge", Access.Admin, UserHandlers.MergeAsync),
    ];
}
