using System.Security.Cryptography;
using System.Text;
using UserOps.Domain;

namespace UserOps.Application.Messages.Links;

/// <summary>
/// Where a click leads. The address itself stands beside the token in the link and its hash within, under the signature: so only addresses that this host once put into a
/// message are led on to, and nobody can use it to dress up an address of their own (an open redirect).
/// </summary>
public static class ClickTarget
{
    public const int LongestAddress = 2_000;

    /// <summary>An absolute HTTP address without user name, as it stands in the message. Links of other kinds (mail, telephone) are left as they are.</summary>
    public static bool IsWeb(string? address) =>
        address is { Length: > 0 and <= LongestAddress }
        && address.StartsWith("http", StringComparison.OrdinalIgnoreCase)
        // Browsers read backslashes as slashes and drop tabs and line feeds: what is checked must be what they go to.
        && !address.Any(c => c is '\\' or <= ' ' or (>= '\u007f' and <= '\u009f'))
        && Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.UserInfo.Length == 0
        && uri.Host.Length > 0;

    /// <returns>26 characters.</returns>
    /// <exception cref="ArgumentException">It is no web address.</exception>
    public static string HashOf(string address) =>
        IsWeb(address) ? HashText.Of("click", address) : throw new ArgumentException("Clicks lead to absolute http or https addresses.", nameof(address));

    /// <summary>Whether this is, to the letter, the address that the link was made for.</summary>
    public static bool Matches(SignedLink.Click click, string? address) =>
        IsWeb(address) && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(click.TargetHash), Encoding.ASCII.GetBytes(HashOf(address!)));
}
