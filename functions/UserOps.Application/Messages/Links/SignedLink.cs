namespace UserOps.Application.Messages.Links;

/// <summary>What a link in a message means. It names the person by the pseudonymous key of their partition and nothing else, since addresses end up in logs and histories.</summary>
/// <param name="UserKey">The partition's key.</param>
/// <param name="MessageId">Key of the message's row in that partition.</param>
public abstract record SignedLink(string UserKey, string MessageId, string Channel, string Purpose)
{
    /// <summary>Refuses the purpose by the channel. Works for ever: a message may be read after years. Source: https://www.rfc-editor.org/rfc/rfc8058</summary>
    public sealed record Unsubscribe(string UserKey, string MessageId, string Channel, string Purpose) : SignedLink(UserKey, MessageId, Channel, Purpose);

    /// <summary>Shows what the person agreed to, to be changed. Works for ever.</summary>
    public sealed record Preferences(string UserKey, string MessageId, string Channel, string Purpose) : SignedLink(UserKey, MessageId, Channel, Purpose);

    /// <summary>Tells that the message was shown. Works for ever: it leads nowhere.</summary>
    public sealed record Open(string UserKey, string MessageId, string Channel, string Purpose) : SignedLink(UserKey, MessageId, Channel, Purpose);

    /// <summary>Leads on to an address that stood in the message.</summary>
    /// <param name="TargetHash">Of that address, see <see cref="ClickTarget"/>.</param>
    /// <param name="Expires">Whole seconds; afterwards it leads nowhere, so that nobody's domain that has changed hands is vouched for by ours.</param>
    public sealed record Click(string UserKey, string MessageId, string Channel, string Purpose, string TargetHash, DateTimeOffset Expires)
        : SignedLink(UserKey, MessageId, Channel, Purpose);
}
