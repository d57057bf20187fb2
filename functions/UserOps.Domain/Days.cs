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
        var local = Instant.FromDateTimeOffset(instant).InZone(zone).Date;
        return new DateOnly(local.Year, local.Month, local.Day).DayNumber - Epoch;
    }

    public static int Of(DateOnly date) => date.DayNumber - Epoch;

    public static DateOnly ToDate(int day) => DateOnly.FromDayNumber(day + Epoch);
}
