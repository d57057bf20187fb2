using System.Text.Json;
using UserOps.Application.Scoring;
using UserOps.Domain.Events;
using UserOps.Domain.Journeys;
using UserOps.Domain.Users;

namespace UserOps.Application.Journeys;

/// <summary>The event that somebody comes in by. Passages from one segment or stage to another are events too.</summary>
public static class Door
{
    public const string SegmentEntered = "Segment Entered";
    public const string SegmentLeft = "Segment Left";

    private const string Stage = "stage";

    /// <returns>Null: by hand only.</returns>
    public static string? EventOf(Entry entry) => entry switch
    {
        Entry.OnEvent said => said.Event,
        Entry.OnPassage { Map: null, Leaving: var leaving } => leaving ? SegmentLeft : SegmentEntered,
        Entry.OnPassage { Map: Stage } => TransitionEvents.StageChanged,
        Entry.OnPassage => TransitionEvents.SegmentChanged,
        _ => null,
    };

    /// <summary>Whether an event of that name is the passage that is meant; what else an entry asks about an event is a condition's to say.</summary>
    public static bool Fits(Entry entry, UserEvent said)
    {
        // A page visitor may name an event as it likes; who is in which segment, who is about to leave, and whom somebody brought, the suite says itself.
        var own = said.Source == TransitionEvents.Source;
        if (entry is not Entry.OnPassage passage)
        {
            return own || entry is not Entry.OnEvent { Event: TransitionEvents.ChurnWarning or Referrals.SignedUp or Referrals.Ordered };
        }

        return own && (passage.Map is null
            ? Text(said, "segment") == passage.Segment
            : (passage.Map == Stage || Text(said, "map")?.Equals(passage.Map.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase) == true)
                && Text(said, passage.Leaving ? "from" : "to") == passage.Segment);
    }

    private static string? Text(UserEvent said, string property) =>
        said.Properties is { ValueKind: JsonValueKind.Object } all && all.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
