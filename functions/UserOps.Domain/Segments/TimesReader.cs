using System.Text.Json;

namespace UserOps.Domain.Segments;

/// <summary>How often something happened: once at least where nothing is said.</summary>
internal static class TimesReader
{
    /// <param name="json">What <c>times</c> may stand in.</param>
    public static Times? Read(JsonElement json, string at, ICollection<Mistake> mistakes) =>
        JsonText.TryProperty(json, "times", out var asked) ? ReadTimes(asked, JsonPointer.To(at, "times"), mistakes) : Times.Once;

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
