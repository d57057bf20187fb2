using System.Text.Json;
using NodaTime;

namespace UserOps.Domain.Segments;

/// <summary>Durations that may stand in a condition or be left out.</summary>
internal static class PeriodReader
{
    /// <param name="json">What the property may stand in.</param>
    /// <returns>Null where there is none, and where there is one that can't be read.</returns>
    public static Period? Read(JsonElement json, string at, string name, ICollection<Mistake> mistakes)
    {
        if (!JsonText.TryProperty(json, name, out var written))
        {
            return null;
        }

        var period = JsonText.Of(written) is { } text ? Durations.Read(text) : null;
        if (period is null)
        {
            mistakes.Add(new(JsonPointer.To(at, name), $"Must be a duration such as \"P30D\", \"P6M\" or \"PT12H\", of at most {ConditionLimits.Years} years."));
        }

        return period;
    }
}
