using System.Text.Json;
using NodaTime;

namespace UserOps.Domain.Segments;

/// <summary>The name, number and time of events; their <c>where</c> has been read.</summary>
internal static class HappenedReader
{
    public static Condition.Happened? Read(JsonElement json, string at, Condition? where, ICollection<Mistake> mistakes)
    {
        var before = mistakes.Count;
        var name = JsonText.Of(JsonText.Property(json, "event"));
        if (name is not { Length: > 0 and <= ConditionLimits.NameLength })
        {
            mistakes.Add(new(JsonPointer.To(at, "event"), $"Must be the name of an event, such as \"Order Completed\", of 1 to {ConditionLimits.NameLength} characters."));
        }

        Period? within = null;
        if (JsonText.TryProperty(json, "within", out var written) && (within = JsonText.Of(written) is { } text ? Durations.Read(text) : null) is null)
        {
            mistakes.Add(new(JsonPointer.To(at, "within"), $"Must be a duration such as \"P30D\", \"P6M\" or \"PT12H\", of at most {ConditionLimits.Years} years."));
        }

        var times = JsonText.TryProperty(json, "times", out var asked) ? ReadTimes(asked, JsonPointer.To(at, "times"), mistakes) : Times.Once;
        return mistakes.Count == before && times is { } counted ? new(name!, counted, within, where) : null;
    }

    private static Times? ReadTimes(JsonElement json, string at, ICollection<Mistake> mistakes)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.EnumerateObject().Any())
        {
            mistakes.Add(new(at, "Must be an object with 'atLeast', 'atMost' or both: {\"atLeast\": 1}."));
            return null;
        }

        var before = mistakes.Count;
        Properties.Check(json, at, mistakes, "atLeast", "atMost");
        var least = ReadCount(json, at, "atLeast", mistakes);
        var most = ReadCount(json, at, "atMost", mistakes);
        if (mistakes.Count > before)
        {
            return null;
        }

        if (least > most)
        {
            mistakes.Add(new(at, "'atLeast' is more than 'atMost': nobody could have done that."));
        }
        else if (least is null or 0 && most is null)
        {
            mistakes.Add(new(at, "Holds of everybody: ask for 'atLeast' 1, or for never with {\"atMost\": 0}."));
        }

        return new(least ?? 0, most);
    }

    private static int? ReadCount(JsonElement json, string at, string name, ICollection<Mistake> mistakes)
    {
        if (!JsonText.TryProperty(json, name, out var count))
        {
            return null;
        }

        if (count.ValueKind == JsonValueKind.Number && count.TryGetInt32(out var number) && number is >= 0 and <= Times.Highest)
        {
            return number;
        }

        mistakes.Add(new(JsonPointer.To(at, name), $"Must be a whole number, 0 to {Times.Highest}."));
        return null;
    }
}
