using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using UserOps.Domain.Messages;

namespace UserOps.Tests.Messages;

public sealed class QuietHoursTests
{
    [Fact]
    public void Quiet_hours_over_midnight_end_in_the_morning() =>
        Assert.Equal(
            new(2026, 7, 2, 7, 0, 0, TimeSpan.Zero),
            Zones.Window("21:00-09:00").NextOpen(new(2026, 7, 1, 20, 30, 0, TimeSpan.Zero), Zones.Of("Europe/Berlin")));

    [Fact]
    public void What_ends_in_the_hour_that_spring_leaves_out_ends_at_the_jump() =>
        Assert.Equal(
            new(2026, 3, 29, 1, 0, 0, TimeSpan.Zero),
            Zones.Window("01:30-02:30").NextOpen(new(2026, 3, 29, 0, 45, 0, TimeSpan.Zero), Zones.Of("Europe/Berlin")));

    [Fact]
    public void An_hour_that_autumn_shows_twice_is_quiet_twice()
    {
        var (quiet, zone) = (Zones.Window("01:30-02:30"), Zones.Of("Europe/Berlin"));
        var (firstEnd, back) = (new DateTimeOffset(2026, 10, 25, 0, 30, 0, TimeSpan.Zero), new DateTimeOffset(2026, 10, 25, 1, 0, 0, TimeSpan.Zero));

        Assert.Equal(firstEnd, quiet.NextOpen(firstEnd.AddMinutes(-30), zone));
        Assert.Equal(back, quiet.NextQuiet(firstEnd, zone));
        Assert.Equal(back.AddMinutes(30), quiet.NextOpen(back, zone));
    }

    [Fact]
    public void Quiet_hours_end_at_another_time_than_they_begin() => Assert.Throws<ArgumentException>(() => new QuietHours(LocalTime.Noon, LocalTime.Noon));

    /// <summary>Against the wall clock, minute by minute.</summary>
    [Fact]
    public void The_next_open_and_the_next_quiet_instant_are_the_first_ones() =>
        Prop.ForAll((from zone in Zones.Some from window in Gen.Elements(Zones.Windows) from at in Zones.MinuteIn(zone) select (zone, window, at)).ToArbitrary(), x =>
        {
            var quiet = Zones.Window(x.window);
            return quiet.Holds(x.at, x.zone) == Zones.IsQuiet(x.window, x.at, x.zone)
                && quiet.NextOpen(x.at, x.zone) == First(x.at, at => !Zones.IsQuiet(x.window, at, x.zone))
                && quiet.NextQuiet(x.at, x.zone) == First(x.at, at => Zones.IsQuiet(x.window, at, x.zone));
        }).QuickCheckThrowOnFailure();

    /// <summary>In Havana autumn goes from one back to midnight, in Cairo from midnight back to eleven in the evening, which is yesterday again.</summary>
    [Fact]
    public void The_next_day_begins_when_the_calendar_shows_it() =>
        Prop.ForAll((from zone in Zones.Some from at in Zones.MinuteIn(zone) select (zone, at)).ToArbitrary(), x =>
            Walls.NextDay(x.at, x.zone) == First(x.at, at => Zones.DayOf(at, x.zone) > Zones.DayOf(x.at, x.zone))).QuickCheckThrowOnFailure();

    private static DateTimeOffset First(DateTimeOffset from, Func<DateTimeOffset, bool> holds)
    {
        while (!holds(from))
        {
            from = from.AddMinutes(1);
        }

        return from;
    }
}
