using UserOps.Application.Http;

namespace UserOps.Application.Messages.Engagement;

/// <summary>Addresses that stand in messages: short, and without <c>api/</c>, since people see them.</summary>
public static class LinkRoutes
{
    private const string Html = "text/html";
    private const int FormBody = 16 * 1024;

    public static readonly Route AskUnsubscribe = new("AskUnsubscribe", "GET", "u/{token}", Access.Public, LinkHandlers.AskAsync)
    {
        Doc = new("Shows the page that asks whether to unsubscribe; changes nothing") { ResponseMedia = Html },
    };

    public static readonly Route Unsubscribe = new("Unsubscribe", "POST", "u/{token}", Access.Public, LinkHandlers.UnsubscribeAsync, FormBody)
    {
        Doc = new("Unsubscribes at once, as RFC 8058 asks for") { RequestMedia = "application/x-www-form-urlencoded", ResponseMedia = Html },
    };

    public static readonly Route ShowPreferences = new("ShowPreferences", "GET", "p/{token}", Access.Public, LinkHandlers.ShowPreferencesAsync)
    {
        Doc = new("Shows what a person gets by which channel") { ResponseMedia = Html },
    };

    public static readonly Route SavePreferences = new("SavePreferences", "POST", "p/{token}", Access.Public, LinkHandlers.SavePreferencesAsync, FormBody)
    {
        Doc = new("Takes what a person wants to get") { RequestMedia = "application/x-www-form-urlencoded", ResponseMedia = Html },
    };

    public static readonly Route FollowLink = new("FollowLink", "GET", "c/{token}", Access.Public, LinkHandlers.FollowAsync)
    {
        Doc = new("Notes a click and leads on to the address that stood in the message") { Query = [new("to", "string", "That address.", "uri")], Status = 302, ResponseMedia = Html },
    };

    public static readonly Route ShowPixel = new("ShowPixel", "GET", "o/{token}", Access.Public, LinkHandlers.ShowPixelAsync)
    {
        Doc = new("Notes that a message was shown, with a picture of one pixel") { ResponseMedia = "image/gif" },
    };

    public static IReadOnlyList<Route> All { get; } = [AskUnsubscribe, Unsubscribe, ShowPreferences, SavePreferences, FollowLink, ShowPixel];
}
