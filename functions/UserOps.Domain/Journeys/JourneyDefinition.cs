using NodaTime;
using UserOps.Domain.Segments;

namespace UserOps.Domain.Journeys;

/// <summary>A journey as a marketer wrote it, checked: every step that is named exists, and every loop waits somewhere.</summary>
public sealed record JourneyDefinition
{
    /// <summary>Lower-case letters, digits and hyphens, 1 to 60.</summary>
    public required string Key { get; init; }

    public required string Name { get; init; }

    public required Entry Entry { get; init; }

    /// <summary>Who may come in; null: everybody.</summary>
    public Condition? Audience { get; init; }

    public ReEntry ReEntry { get; init; } = new ReEntry.Never();

    /// <summary>Whoever it holds for has done what the journey is for and leaves it, counted as converted.</summary>
    public Condition? Goal { get; init; }

    /// <summary>Whoever it holds for leaves.</summary>
    public Condition? Exit { get; init; }

    /// <summary>Of a hundred who come in, so many go through without a message, to be compared with; 0 to 50.</summary>
    public int HoldOutPercent { get; init; }

    /// <summary>A message that could not go out so long after its step was reached is skipped; null: it is sent however late.</summary>
    public Period? TooLate { get; init; }

    /// <summary>The first is where people come in.</summary>
    public required IReadOnlyList<Step> Steps { get; init; }

    public Step StepOf(string id) => Steps.FirstOrDefault(step => step.Id == id) ?? throw new ArgumentException($"Journey {Key} has no step '{id}'.", nameof(id));
}
