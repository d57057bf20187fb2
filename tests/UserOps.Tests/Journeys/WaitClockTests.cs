using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using UserOps.Domain.Journeys;

namespace UserOps.Tests.Journeys;

public sealed class WaitClockTests
{
    [Theory]
    [InlineData("Europe/Berlin", "2026-03-28T08:00:00Z", "P1D", "2026-03-29T07:00:00Z")]
    [InlineData("Europe/Berlin", "2026-03-28T08:00:00Z", "PT24H", "2026-03-29T08:00:00Z")]
    [InlineData("Europe/Berlin", "2026-03-28T01:30:00Z", "P1D", "2026-03-29T01:30:00Z")]
    [InlineData("Europe/Berlin", "2026-10-24T00:30:00Z", "P1D", "2026-10-25T00:30:00Z")]
    [InlineData("Europe/Berlin", "2026-01-31T11:00:00Z", "P1M", "2026-02-28T11:00:00Z")]
    [InlineData("America/New_York", "2026-10-31T13:00:00Z", "P1DT2H", "2026-11-01T16:00:00Z")]
    [InlineData("Australia/Lord_Howe", "2026-10-03T12:00:00Z", "P1W", "2026-10-10T11:30:00Z")]
    public void Days_pass_by_the_calendar_and_hours_by_the_clock(string zone, string from, string time, string end) =>
        AssertEnds(end, new WaitUntil.Passed(PeriodPattern.NormalizingIso.Parse(time).Value), from, zone);

    [Theory]
    [InlineData("2026-03-02T07:59:00Z", "2026-03-02T08:00:00Z", "")]
    [InlineData("2026-03-02T08:00:00Z", "2026-03-03T08:00:00Z", "")]
    [InlineData("2026-03-02T08:00:01Z", "2026-03-03T08:00:00Z", "")]
    [InlineData("2026-03-28T08:00:01Z", "2026-03-29T07:00:00Z", "")]
    [InlineData("2026-03-02T12:00:00Z", "2026-03-05T08:00:00Z", "Thursday")]
    [InlineData("2026-03-02T12:00:00Z", "2026-03-09T08:00:00Z", "Monday")]
    [InlineData("2026-03-02T12:00:00Z", "2026-03-07T08:00:00Z", "Sunday,Saturday")]
    public void A_time_of_day_is_today_if_it_is_yet_to_come_and_a_weekday_the_next_such(string from, string end, string weekdays) => AssertEnds(
        end,
        new WaitUntil.TimeOfDay(new(9, 0), [.. weekdays.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<IsoDayOfWeek>)]),
        from,
        "Europe/Berlin");

    [Fact]
    public void A_time_that_the_clocks_skip_comes_as_much_later() =>
        AssertEnds("2026-03-29T01:30:00Z", new WaitUntil.TimeOfDay(new(2, 30), []), "2026-03-28T12:00:00Z", "Europe/Berlin");

    [Theory]
    [InlineData("1990-05-17", false, "P0D", "2026-03-02T08:00:00Z")]
    [InlineData("2026-05-17", false, "P0D", "2026-05-17T07:00:00Z")]
    [InlineData("2026-05-17T23:30:00Z", false, "P-3D", "2026-05-14T07:00:00Z")]
    [InlineData("1990-05-17", true, "P0D", "2026-05-17T07:00:00Z")]
    [InlineData("1990-01-10", true, "P0D", "2027-01-10T08:00:00Z")]
    [InlineData("1990-03-02", true, "P0D", "2026-03-02T08:00:00Z")]
    [InlineData("1990-03-03", true, "P-3D", "2027-02-28T08:00:00Z")]
    [InlineData("1992-02-29", true, "P0D", "2027-02-28T08:00:00Z")]
    [InlineData("1990-01-10", true, "P-24M", "2027-01-10T08:00:00Z")]
    [InlineData("1990-05-17", true, "P24M", "2026-05-17T07:00:00Z")]
    [InlineData("0001-01-01", false, "P-3D", "2026-03-02T08:00:00Z")]
    [InlineData("0001-01-01", true, "P-3D", "2026-12-29T08:00:00Z")]
    [InlineData("9999-12-31", true, "P3D", "2027-01-03T08:00:00Z")]
    [InlineData("someday", true, "P0D", "2026-03-02T08:00:00Z")]
    [InlineData(null, true, "P0D", "2026-03-02T08:00:00Z")]
    public void A_day_that_a_property_names_is_waited_for_if_it_is_yet_to_come(string? value, bool yearly, string offset, string end)
    {
        var wait = new WaitUntil.Date("birthday", yearly, PeriodPattern.NormalizingIso.Parse(offset).Value, new(9, 0));
        var reached = At("2026-03-02T08:00:00Z");
        var ends = WaitClock.EndOf(wait, reached, DateTimeZoneProviders.Tzdb["Europe/Berlin"], _ => value is null ? null : JsonSerializer.SerializeToElement(value));
        Assert.Equal(At(end), ends > reached ? ends : reached);
    }

    [Theory]
    [InlineData("P0D")]
    [InlineData("P24M")]
    public void A_day_at_the_end_of_the_calendar_is_one_that_never_comes(string offset)
    {
        foreach (var zone in DateTimeZoneProviders.Tzdb.Ids.Where(id => id.StartsWith("Etc/", StringComparison.Ordinal)))
        {
            var wait = new WaitUntil.Date("renewal", Yearly: false, PeriodPattern.NormalizingIso.Parse(offset).Value, new(9, 0));
            var ends = WaitClock.EndOf(wait, At("2026-03-02T08:00:00Z"), DateTimeZoneProviders.Tzdb[zone], _ => JsonSerializer.SerializeToElement("9999-12-31"));
            Assert.InRange(ends.Year, 9_000, 9_999);
        }
    }

    private static void AssertEnds(string end, WaitUntil until, string from, string zone) =>
        Assert.Equal(At(end), WaitClock.EndOf(until, At(from), DateTimeZoneProviders.Tzdb[zone], _ => null));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
