using System.Collections.Immutable;

namespace UserOps.Application.Messages;

/// <summary>
/// The header fields by which a mail program offers to unsubscribe with one click: it sends a POST to the address, and no page asks again.
/// Source: https://www.rfc-editor.org/rfc/rfc8058
/// </summary>
public static class OneClickUnsubscribe
{
    /// <param name="address">HTTPS, or HTTP to this very machine, for trying it out; tells by itself who unsubscribes from what, since the POST carries nothing else.</param>
    /// <exception cref="ArgumentException">It is no such address.</exception>
    public static IReadOnlyDictionary<string, string> Headers(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
        {
            throw new ArgumentException("One-click unsubscribing takes an absolute HTTPS address.", nameof(address));
        }

        return ImmutableDictionary<string, string>.Empty
            .Add("List-Unsubscribe", $"<{address.AbsoluteUri}>")
            .Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
}
