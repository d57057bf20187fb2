using System.Text.Json;
using UserOps.Domain.Events;
using UserOps.Domain.Tags;

namespace UserOps.Application.Users;

/// <summary>One event as a marketer sees it.</summary>
public sealed record TimelineItem(
    string Id,
    EventType Type,
    string Name,
    DateTimeOffset OccurredAt,
    DateTimeOffset ReceivedAt,
    bool ClockClamped,
    string Source,
    JsonElement? Properties,
    IReadOnlyDictionary<string, JsonElement>? Traits,
    IReadOnlyDictionary<string, bool>? Tags,
    IReadOnlyDictionary<string, TagTerm>? TagTerms,
    IReadOnlyList<string>? TagsIgnored)
{
    public static TimelineItem Of(UserEvent said) => new(
        said.Id.Value, said.Type, said.Name, said.OccurredAt, said.ReceivedAt, said.ClockClamped, said.Source, said.Properties, said.Traits, said.Tags, said.TagTerms, said.TagsIgnored);
}
