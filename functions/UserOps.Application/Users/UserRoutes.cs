using UserOps.Application.Http;

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

    public static IReadOnlyList<Route> All { get; } =
    [
        ReadUser, ReadTimeline, MergeUsers,
    ];
}
