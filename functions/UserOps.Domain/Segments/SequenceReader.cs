using System.Text.Json;

namespace UserOps.Domain.Segments;

/// <summary>Events in their order, and how much time there was.</summary>
internal static class SequenceReader
{
    /// <param name="where">Reads a condition about an event's properties.</param>
    public static Condition.Sequence? Read(JsonElement json, string at, Func<JsonElement, string, Condition?> where, ICollection<Mistake> mistakes)
    {
        var before = mistakes.Count;
        var (list, listAt) = (JsonText.Property(json, "sequence"), JsonPointer.To(at, "sequence"));
        var steps = ReadSteps(list, listAt, where, mistakes);
        var within = PeriodReader.Read(json, at, "within", mistakes);
        var since = PeriodReader.Read(json, at, "since", mistakes);
        if (mistakes.Count > before)
        {
            return null;
        }

        if (steps is [.., { Not: true }] && within is null)
        {
            mistakes.Add(new(at, "Needs a 'within': how long what did not happen had time to."));
        }
        else if (steps is [.., { Not: true }] && since is not null && Durations.LongestDays(since) <= Durations.LongestDays(within!))
        {
            mistakes.Add(new(JsonPointer.To(at, "since"), "Must be longer than 'within', or it would be over before it is certain that nothing came."));
        }

        return mistakes.Count == before ? new(steps, within, since) : null;
    }

    private static List<SequenceStep> ReadSteps(JsonElement list, string at, Func<JsonElement, string, Condition?> where, ICollection<Mistake> mistakes)
    {
        var steps = new List<SequenceStep>();
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() is < 2 or > ConditionLimits.Steps)
        {
            mistakes.Add(new(at, $"'sequence' takes a list of 2 to {ConditionLimits.Steps} events, the earliest first."));
            return steps;
        }

        foreach (var (i, item) in list.EnumerateArray().Index())
        {
            if (ReadStep(item, JsonPointer.To(at, i), i == list.GetArrayLength() - 1, where, mistakes) is { } step)
            {
                steps.Add(step);
            }
        }

        return steps;
    }

    private static SequenceStep? ReadStep(JsonElement json, string at, bool last, Func<JsonElement, string, Condition?> where, ICollection<Mistake> mistakes)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            mistakes.Add(new(at, "An event of a sequence is an object such as {\"event\": \"Order Completed\"}."));
            return null;
        }

        var before = mistakes.Count;
        Properties.Check(json, at, mistakes, "event", "where", "not");
        var name = NameReader.Event(json, at, mistakes);
        var about = JsonText.TryProperty(json, "where", out var asked) ? where(asked, JsonPointer.To(at, "where")) : null;
        var not = JsonText.TryProperty(json, "not", out var denied);
        if (not && denied.ValueKind != JsonValueKind.True)
        {
            mistakes.Add(new(JsonPointer.To(at, "not"), "Must be true: that none came; else leave it out."));
        }
        else if (not && !last)
        {
            mistakes.Add(new(JsonPointer.To(at, "not"), "Only the last of a sequence may be one that did not come."));
        }

        return mistakes.Count == before ? new(name!, about, not) : null;
    }
}
