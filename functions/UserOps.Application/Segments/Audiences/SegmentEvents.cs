using System.Text.Json;
using UserOps.Application.Events;
using UserOps.Application.Journeys;
using UserOps.Domain;
using UserOps.Domain.Events;
using UserOps.Domain.Segments;
using UserOps.Domain.Users;

namespace UserOps.Application.Segments.Audiences;

/// <summary>Entering and leaving segments as events of the users they are about: the same bytes however often they are told.</summary>
public static class SegmentEvents
{
    /// <param name="owner">Whose profile the passages were committed with.</param>
    /// <param name="userKey">Who that is by now.</param>
    public static IReadOnlyList<AddressedEvent> Of(string owner, string userKey, IEnumerable<SegmentPassage> passages) =>
        [.. passages.Where(passage => !passage.Quiet).Select(passage => new AddressedEvent(userKey, Of(owner, passage)))];

    private static UserEvent Of(string owner, SegmentPassage passage)
    {
        var spell = passage.Spell;
        var properties = JsonSerializer.SerializeToElement(new SegmentEventProperties(passage.Segment, passage.Entered ? spell.Version : spell.LeftBy), JourneyJson.Readable);
        var at = spell.Until ?? spell.Since;
        return new()
        {
            Source = UserFold.PassageSource,
            DedupeKey = $"{owner}~own-segment~{passage.Segment}~{passage.Rev}",
            ContentHash = HashText.Short(System.Text.Encoding.UTF8.GetBytes(properties.GetRawText())),
            Type = EventType.Track,
            Name = passage.Entered ? Door.SegmentEntered : Door.SegmentLeft,
            OccurredAt = at,
            ReceivedAt = at,
            Identity = new Identity(),
            Properties = properties,
        };
    }
}
