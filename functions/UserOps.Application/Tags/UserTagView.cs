using System.Text.Json;
using System.Text.Json.Serialization;
using UserOps.Application.Journeys.Running;
using UserOps.Domain.Tags;
using UserOps.Domain.Users;

namespace UserOps.Application.Tags;

/// <summary>A tag that somebody has.</summary>
/// <param name="By">Name of the source that put it on; null: it has none.</param>
/// <param name="Version">Of the rule or computation by which the person has it; null: by none.</param>
/// <param name="Since">When the person came to have it; being put on again does not change that.</param>
/// <param name="Until">When it expires; null: never, or the rule says.</param>
/// <param name="Value">That it carries; null: none.</param>
public sealed record UserTagView(
    string Name,
    [property: JsonConverter(typeof(JsonStringEnumConverter<TagOrigin>))] TagOrigin Origin,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? By,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Version,
    DateTimeOffset Since,
    DateTimeOffset? Until,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] JsonElement? Value)
{
    /// <returns>By name.</returns>
    internal static IReadOnlyList<UserTagView> Of(Profile profile, TagSet tags, DateTimeOffset now)
    {
        var held = (profile.Tagged ?? []).ToDictionary(one => TagAudience.TagOf(one.Segment)!, StringComparer.Ordinal);
        var byWord = tags.Marks(profile).Where(mark => mark.Holds(now)).Select(mark => Of(mark, held.GetValueOrDefault(mark.Name)?.Since));
        var byRule = held.Where(one => tags.Find(one.Key) is { ByRule: true }).Select(one => new UserTagView(
            one.Key, tags.Find(one.Key)!.Definition!.Kind == TagKind.Computed ? TagOrigin.Computed : TagOrigin.Rule, null, one.Value.Version, one.Value.Since, null, one.Value.Value));
        return [.. byWord.Concat(byRule).OrderBy(tag => tag.Name, StringComparer.Ordinal)];
    }

    private static UserTagView Of(TagMark mark, DateTimeOffset? since)
    {
        var origin = mark.By switch
        {
            null => TagOrigin.Unknown,
            UserFold.OperatorSource => TagOrigin.Manual,
            PerformStep.Source => TagOrigin.Journey,
            ImportSource => TagOrigin.Import,
            _ => TagOrigin.Source,
        };
        return new(mark.Name, origin, origin == TagOrigin.Source ? mark.By : null, null, since < mark.Said.At ? since.Value : mark.Said.At, mark.Until, mark.Value);
    }

    internal const string ImportSource = "import";
}
