using NodaTime;
using NodaTime.Text;

namespace UserOps.Domain;

/// <summary>An instant as people write it: <c>2026-11-22T10:00:00Z</c>, or a day, which stands for its beginning in the workspace's zone.</summary>
public static class DayOrInstant
{
    /// <returns>Null unless it is one of the years 1970 to 9899.</returns>
    public static DateTimeOffset? Read(string text, DateTimeZone zone) =>
        LocalDatePattern.Iso.Parse(text) is { Success: true, Value: { Year: >= 1970 and < 9900 } day } ? day.AtStartOfDayInZone(zone).ToInstant().ToDateTimeOffset()
        : OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true, Value: { Year: >= 1970 and < 9900 } at } ? at.ToInstant().ToDateTimeOffset()
        : null;
}
