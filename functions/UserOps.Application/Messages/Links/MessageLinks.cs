using UserOps.Application.Settings;

namespace UserOps.Application.Messages.Links;

/// <summary>
/// The addresses that stand in a message, below <c>Messaging:PublicUrl</c>: <c>u/{token}</c> unsubscribes, <c>p/{token}</c> shows preferences, <c>c/{token}?to={address}</c>
/// leads on, <c>o/{token}</c> is the pixel.
/// </summary>
public sealed class MessageLinks(LinkTokens tokens, UserOpsSettings settings)
{
    /// <summary>How long a click leads on.</summary>
    public static readonly TimeSpan ClicksLast = TimeSpan.FromDays(365);

    private static readonly string[] Parts = ["u", "p", "c", "o"];

    /// <summary>Whether there can be links at all.</summary>
    public bool Exist => settings.Sending.PublicUrl is not null;

    public Uri? Unsubscribe(LinkedMessage message) => Of("u", new SignedLink.Unsubscribe(message.UserKey, message.Row, message.Channel, message.Purpose));

    public Uri? Preferences(LinkedMessage message) => Of("p", new SignedLink.Preferences(message.UserKey, message.Row, message.Channel, message.Purpose));

    public Uri? Open(LinkedMessage message) => Of("o", new SignedLink.Open(message.UserKey, message.Row, message.Channel, message.Purpose));

    /// <param name="target">As it stands in the message.</param>
    /// <returns>Null for an address that clicks are not led through, see <see cref="ClickTarget.IsWeb"/>.</returns>
    public Uri? Click(LinkedMessage message, string target, DateTimeOffset now)
    {
        if (!ClickTarget.IsWeb(target))
        {
            return null;
        }

        var expires = DateTimeOffset.FromUnixTimeSeconds((now + ClicksLast).ToUnixTimeSeconds());
        return Of("c", new SignedLink.Click(message.UserKey, message.Row, message.Channel, message.Purpose, ClickTarget.HashOf(target), expires), $"?to={Uri.EscapeDataString(target)}");
    }

    /// <summary>Whether an address is one of these; it is not led through once more.</summary>
    public bool IsOwn(string address) =>
        settings.Sending.PublicUrl is { } root
        && Parts.Any(part => address.StartsWith($"{root.AbsoluteUri}{part}/", StringComparison.OrdinalIgnoreCase));

    private Uri? Of(string part, SignedLink link, string query = "") =>
        settings.Sending.PublicUrl is { } root ? new(root, $"{part}/{tokens.Write(link)}{query}") : null;
}
