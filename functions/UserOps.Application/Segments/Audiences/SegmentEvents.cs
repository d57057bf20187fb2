using System.Text.Json;
using UserOps.Application.Events;
using UserOps.Application.Journeys;
using UserOps.Application.Tags;
using UserOps.Domain;
using UserOps.Domain.Events;
using UserOps.Domain.Segments;
using UserOps.Domain.Tags;
using UserOps.Domain.Users;

namespace UserOps.Application.Segments.Audiences;

/// <summary>Entering and leaving segments, and tags that come and go by nobody's word, as events of the users they are about: the same bytes however often they are told.</summary>
public static class SegmentEvents
{
    /// <param name="owner">Whose profile the passages were committed with.</param>
    /// <param name="userKey">Who that is by now.</param>
    public static IReadOnlyList<AddressedEvent> Of(string owner, string userKey, IEnumerable<SegmentPassage> passages) =>
        [.. passages.Where(passage => !passage.Quiet).Select(passage => new AddressedEvent(userKey, Of(owner, passage)))];

    private static UserEvent Of(string owner, SegmentPassage passage)
    {
        var spell = passage.Spell;
        var version = passage.Entered ? spell.Version : spell.LeftBy;
        var properties = TagAudience.TagOf(passage.Segment) is { } tag
            ? JsonSerializer.SerializeToElement(new TagEventProperties(tag, passage.Entered, passage.Why!.Value, version is 0 ? null : version, passage.Value), JourneyJson.Readable)
            : JsonSerializer.SerializeToElement(new SegmentEventProperties(passage.Segment, version), JourneyJson.Readable);
        var at = spell.Until ?? spell.Since;
        return new()
        {
            Source = UserFold.PassageSource,
            DedupeKey = $"{owner}~own-segment~{passage.Segment}~{passage.Rev}",
            ContentHash = HashText.Short(System.Text.Encoding.UTF8.GetBytes(properties.GetRawText())),
            Type = EventType.Track,
            Name = passage.Why is not null ? TagUser.EventName : passage.Entered ? Door.SegmentEntered : Door.SegmentLeft,
            OccurredAt = at,
            ReceivedAt = at,
            Identity = new Identity(),
            Properties = properties,
        };
    }
}
