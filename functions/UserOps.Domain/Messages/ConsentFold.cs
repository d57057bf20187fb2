using System.Text.Json;
using UserOps.Domain.Events;

namespace UserOps.Domain.Messages;

/// <summary>
/// What events say about consent:
/// <list type="bullet">
/// <item><c>Consent Changed</c> with the properties <c>state</c> (<c>granted</c>, <c>denied</c>), <c>channel</c> and <c>purpose</c> (a name or <c>all</c>) and <c>by</c>
/// (<c>person</c>, <c>sender</c>). A refusal that leaves something out refuses all of it, and is the person's; a grant names everything it grants, and is the sender's
/// unless it says otherwise.</item>
/// <item><c>Unsubscribed</c>, of Segment's e-mail specification: marketing by e-mail is refused.</item>
/// <item>a shop's marketing states among the traits, see <see cref="ShopConsent"/>.</item>
/// </list>
/// A page visitor may claim to be anybody. So a grant counts only from a trusted sender; a refusal always does: one that was forged costs a message, a forged grant
/// breaks the law.
/// </summary>
public static class ConsentFold
{
    public const string ConsentChanged = "Consent Changed";
    public const string Unsubscribed = "Unsubscribed";

    /// <returns>Null while nothing was said.</returns>
    public static Consents? Apply(Consents? known, UserEvent said) => Of(said).Aggregate(known, (consents, entry) => (consents ?? Consents.None).With(entry));

    public static IEnumerable<ConsentEntry> Of(UserEvent said) =>
        Statements(said).Where(entry => said.Identity.Trusted || entry.State == ConsentState.Denied);

    private static IEnumerable<ConsentEntry> Statements(UserEvent said) =>
        said switch
        {
            { Type: EventType.Track, Name: ConsentChanged } => Changed(said) is { } entry ? [entry] : [],
            { Type: EventType.Track, Name: Unsubscribed } =>
                [new(MessageNames.Email, MessageNames.Marketing, ConsentVoice.Person, ConsentState.Denied, Stamp.Of(said), said.Source)],
            { Traits.Count: > 0 } => ShopConsent.Of(said),
            _ => [],
        };

    private static ConsentEntry? Changed(UserEvent said)
    {
        var state = Text(said, "state") switch { "granted" => ConsentState.Granted, "denied" => ConsentState.Denied, _ => ConsentState.Unsaid };
        if (state == ConsentState.Unsaid)
        {
            return null;
        }

        var denied = state == ConsentState.Denied;
        var absent = denied ? ConsentSlot.All : null;
        var voice = Text(said, "by") switch { "person" => ConsentVoice.Person, "sender" => ConsentVoice.Sender, _ => denied ? ConsentVoice.Person : ConsentVoice.Sender };
        return (Name(said, "channel") ?? absent, Name(said, "purpose") ?? absent) is ({ } channel, { } purpose)
            ? new(channel, purpose, said.Identity.Trusted ? voice : ConsentVoice.Person, state, Stamp.Of(said), said.Source)
            : null;
    }

    private static string? Name(UserEvent said, string property) => Text(said, property) is { } text && MessageNames.IsName(text) ? text : null;

    private static string? Text(UserEvent said, string property) =>
        said.Properties is { ValueKind: JsonValueKind.Object } all && all.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!.Trim().ToLowerInvariant()
            : null;
}
