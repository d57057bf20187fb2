using NodaTime;

namespace UserOps.Domain;

/// <summary>Calendar days of a workspace, as days since 1970-01-01 in its time zone.</summary>
public static class Days
{
    /// <summary><see cref="DateOnly.DayNumber"/> of 1970-01-01.</summary>
    public const int Epoch = 719_162;

    public static int Of(DateTimeOffset instant, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var offset = zone.GetUtcOffset(Instant.FromDateTimeOffset(instant)).Ticks;

        // The last hours of the year 9999 are its last day everywhere, since there is no later one.
        return (int)(Math.Clamp(instant.UtcTicks + offset, 0, DateTime.MaxValue.Ticks) / TimeSpan.TicksPerDay) - Epoch;
    }

    public static int Of(DateOnly date) => date.DayNumber - Epoch;

    public static DateOnly ToDate(int day) => DateOnly.FromDayNumber(day + Epoch);
}
