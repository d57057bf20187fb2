using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using UserOps.Domain.Messages;

namespace UserOps.Tests.Messages;

/// <summary>Wall clocks that jump by an hour, by half an hour, at midnight, or not at all.</summary>
internal static class Zones
{
    public static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset End = Start.AddYears(1);

    /// <summary>Over night; over the jumps; in the hours that jumps take or give twice; all day but half an hour that spring leaves out; over midnight.</summary>
    public static readonly string[] Windows = ["21:00-09:00", "01:30-02:30", "02:00-03:00", "02:00-02:30", "03:00-02:30", "23:30-00:30", "00:00-23:00"];

    public static readonly string[] Ids = ["Europe/Berlin", "America/New_York", "Asia/Shanghai", "Australia/Lord_Howe", "America/Havana", "Africa/Cairo"];

    public static Gen<DateTimeZone> Some => Gen.Elements(Ids).Select(Of);

    public static DateTimeZone Of(string id) => DateTimeZoneProviders.Tzdb[id];

    public static QuietHours Window(string text) => new(Time(text[..5]), Time(text[6..]));

    /// <summary>Whole minutes of 2026, every other time within five hours of a jump.</summary>
    public static Gen<DateTimeOffset> MinuteIn(DateTimeZone zone)
    {
        var jumps = zone.GetZoneIntervals(Instant.FromDateTimeOffset(Start), Instant.FromDateTimeOffset(End)).Skip(1).Select(i => i.Start.ToDateTimeOffset()).ToArray();
        var any = Gen.Choose(0, 365 * 1_440).Select(minutes => Start.AddMinutes(minutes));
        return jumps.Length == 0 ? any : Gen.OneOf(any, from jump in Gen.Elements(jumps) from minutes in Gen.Choose(-300, 300) select jump.AddMinutes(minutes));
    }

    /// <summary>What the wall shows, without any reckoning of when it changes.</summary>
    public static bool IsQuiet(string window, DateTimeOffset at, DateTimeZone zone)
    {
        var shown = Wall(at, zone).TimeOfDay;
        var (from, to) = (Time(window[..5]), Time(window[6..]));
        return from < to ? shown >= from && shown < to : shown >= from || shown < to;
    }

    public static LocalDate DayOf(DateTimeOffset at, DateTimeZone zone) => Wall(at, zone).Date;

    private static LocalDateTime Wall(DateTimeOffset at, DateTimeZone zone) => Instant.FromDateTimeOffset(at).InZone(zone).LocalDateTime;

    private static LocalTime Time(string text) => LocalTime.FromTimeOnly(TimeOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture));
}
