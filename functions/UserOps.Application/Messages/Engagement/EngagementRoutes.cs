using UserOps.Application.Http;
using UserOps.Application.Http.OpenApi;

namespace UserOps.Application.Messages.Engagement;

public static class EngagementRoutes
{
    public static readonly Route ReceiveReport = new("ReceiveReport", "POST", "api/messages/reports/{channel}", Access.Signed, ReportHandlers.ReceiveAsync)
    {
        Doc = new("Takes what the gateway of a channel tells of a message, signed as Standard Webhooks") { RequestMedia = "application/json", Status = 202 },
    };

    public static readonly Route ReadMessages = new("ReadMessages", "GET", "api/users/{id}/messages", Access.Viewer, HistoryHandlers.ReadMessagesAsync)
    {
        Doc = new("Reads a user's messages and what became of them, the newest first") { Query = Page("1 to 200; 50 without it."), Response = typeof(MessagePage) },
    };

    public static readonly Route ReadConsent = new("ReadConsent", "GET", "api/users/{id}/consent", Access.Viewer, HistoryHandlers.ReadConsentAsync)
    {
        Doc = new("Reads what a user agreed to and refused, and by which word") { Response = typeof(ConsentView) },
    };

    public static readonly Route ReadInbox = new("ReadInbox", "GET", "api/users/{id}/inbox", Access.Viewer, HistoryHandlers.ReadInboxAsync)
    {
        Doc = new("Reads a user's inbox, the newest first") { Query = Page("1 to 100; 20 without it."), Response = typeof(InboxPage) },
    };

    public static readonly Route MarkInboxRead = new("MarkInboxRead", "POST", "api/users/{id}/inbox/{message}/read", Access.Marketer, HistoryHandlers.MarkInboxReadAsync)
    {
        Doc = new("Notes that a user read a message of the inbox") { Response = typeof(InboxItem) },
    };

    public static readonly Route FindSuppression = new("FindSuppression", "POST", "api/suppressions/find", Access.Marketer, SuppressionHandlers.FindAsync)
    {
        Doc = new("Says whether an address gets nothing, and why") { Request = typeof(SuppressionRequest), Response = typeof(SuppressionView) },
    };

    public static readonly Route RemoveSuppression = new("RemoveSuppression", "POST", "api/suppressions/remove", Access.Admin, SuppressionHandlers.RemoveAsync)
    {
        Doc = new("Lets messages go to a suppressed address again") { Request = typeof(SuppressionRequest), Response = typeof(SuppressionView) },
    };

    public static IReadOnlyList<Route> All { get; } =
    [
        .. LinkRoutes.All,
        ReceiveReport, ReadMessages, ReadConsent, ReadInbox, MarkInboxRead, FindSuppression, RemoveSuppression,
    ];

    private static QueryParameter[] Page(string limit) => [new("limit", "integer", limit), new("after", "string", "The next of the page before.")];
}
