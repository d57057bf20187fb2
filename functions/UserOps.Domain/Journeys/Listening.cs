using System.Text.Json.Serialization;
using UserOps.Domain.Segments;

namespace UserOps.Domain.Journeys;

/// <summary>Which events a version of a journey can ever have to do with once somebody is inside.</summary>
/// <param name="Awaits">Names that a step waits for: such an event is noted for it.</param>
/// <param name="Asks">Further names that goal or exit ask about: such an event wakes the run up.</param>
/// <param name="ToAll">Goal or exit ask about more than events, so that any event wakes it up.</param>
public sealed record Listening(
    IReadOnlyList<string> Awaits,
    IReadOnlyList<string> Asks,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool ToAll)
{
    public static Listening Of(JourneyDefinition journey)
    {
        ArgumentNullException.ThrowIfNull(journey);
        var asked = Mentions.Nothing;
        foreach (var condition in (Condition?[])[journey.Goal, journey.Exit])
        {
            asked = condition is null ? asked : asked.With(condition);
        }

        string[] awaits = [.. journey.Steps.OfType<Step.WaitForEvent>().Select(step => step.Event).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return new(awaits, [.. asked.EventNames.Except(awaits, StringComparer.Ordinal)], asked.AsksBeyondEvents);
    }

    public bool Wakes(string name) => ToAll || Awaits.Contains(name, StringComparer.Ordinal) || Asks.Contains(name, StringComparer.Ordinal);
}
