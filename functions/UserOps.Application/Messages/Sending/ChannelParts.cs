using UserOps.Application.Messages.Templates;
using UserOps.Domain.Messages;

namespace UserOps.Application.Messages.Sending;

/// <summary>
/// Which templates a channel can carry. An e-mail is made of an e-mail's template alone. Every other channel takes title and body, of whichever kind of template; an e-mail's
/// template does for it by its subject and text, so that one step can go out by the cheapest of e-mail and others.
/// </summary>
internal static class ChannelParts
{
    public static bool Fits(string channel, ChannelKind kind, TemplateParts parts) => Of(channel, kind, parts) is not null;

    /// <returns>The parts as the channel takes them; null: it can't.</returns>
    public static TemplateParts? Of(string channel, ChannelKind kind, TemplateParts parts) => (channel, kind) switch
    {
        (MessageNames.Email, ChannelKind.Email) => parts,
        (MessageNames.Email, _) => null,
        (_, ChannelKind.Email) => parts.Text is { } text ? new() { Title = parts.Subject, Body = text } : null,
        _ => parts,
    };
}
