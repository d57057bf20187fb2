using System.Text.Json;
using UserOps.Domain.Events;

namespace UserOps.Domain.Users;

/// <summary>That somebody came from one life-cycle stage to another.</summary>
/// <param name="Said">At the end of the day by whose scores.</param>
/// <param name="From">Code.</param>
/// <param name="To">Code.</param>
public sealed record StagePassage(Stamp Said, string From, string To)
{
    /// <summary>What the nightly run says of it.</summary>
    public const string EventName = "Stage Changed";

    /// <summary>A profile keeps the latest.</summary>
    public const int Most = 20;

    /// <returns>Null: the event says nothing of the kind.</returns>
    public static StagePassage? Of(UserEvent said) =>
        said is { Source: UserFold.PassageSource, Name: EventName, Properties: { } properties } && Code(properties, "from") is { } from && Code(properties, "to") is { } to
            ? new(Stamp.Of(said), from, to)
            : null;

    public static IReadOnlyList<StagePassage> With(IReadOnlyList<StagePassage>? known, StagePassage passage) =>
        [.. (known ?? []).Append(passage).OrderBy(one => one.Said).TakeLast(Most)];

    private static string? Code(JsonElement properties, string name) =>
        properties.ValueKind == JsonValueKind.Object && properties.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
