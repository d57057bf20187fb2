using NodaTime;
using UserOps.Domain.Segments;

namespace UserOps.Domain.Tags;

/// <summary>When a tag that is put on stops holding.</summary>
public static class TagExpiry
{
    /// <param name="at">When it is put on.</param>
    /// <param name="ttl">Whole days, weeks, months or years; null: for ever.</param>
    /// <param name="told">By whoever puts it on; null: nothing.</param>
    /// <returns>The beginning of the day <paramref name="ttl"/> after that of <paramref name="at"/>, or what was told where that is earlier; null: never.</returns>
    public static DateTimeOffset? Of(DateTimeOffset at, Period? ttl, DateTimeOffset? told, DateTimeZone zone)
    {
        if (ttl is null)
        {
            return told;
        }

        var calendar = new ZoneCalendar(zone);
        var end = calendar.Plus(calendar.DayOf(Instant.FromDateTimeOffset(at)), ttl);
        var until = end >= ZoneCalendar.Horizon ? default(DateTimeOffset?) : end.ToDateTimeOffset();
        return told < until ? told : until ?? told;
    }
}
