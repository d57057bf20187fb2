using FsCheck.Fluent;
using NodaTime;
using UserOps.Domain;
using UserOps.Domain.Tags;

namespace UserOps.Tests.Tags;

public sealed class TagExpiryTests
{
    private static readonly DateTimeZone Shanghai = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    [Theory]
    [InlineData("Asia/Shanghai", "2026-06-01T15:59:59Z", "P1D", "2026-06-01T16:00:00Z")]
    [InlineData("Asia/Shanghai", "2026-06-01T16:00:00Z", "P1D", "2026-06-02T16:00:00Z")]
    [InlineData("Europe/Berlin", "2026-03-27T12:00:00Z", "P2D", "2026-03-28T23:00:00Z")]
    [InlineData("Europe/Berlin", "2026-03-28T12:00:00Z", "P2D", "2026-03-29T22:00:00Z")]
    [InlineData("Europe/Berlin", "2026-10-24T21:59:59Z", "P1D", "2026-10-24T22:00:00Z")]
    [InlineData("Europe/Berlin", "2026-10-25T12:00:00Z", "P1D", "2026-10-25T23:00:00Z")]
    [InlineData("America/Santiago", "2026-09-05T12:00:00Z", "P1D", "2026-09-06T04:00:00Z")]
    [InlineData("Europe/Berlin", "2026-01-31T12:00:00Z", "P1M", "2026-02-27T23:00:00Z")]
    public void A_mark_ends_with_the_beginning_of_a_day_of_the_workspace(string zone, string at, string ttl, string until) =>
        Assert.Equal(At(until), TagExpiry.Of(At(at), UserOps.Domain.Segments.Durations.Read(ttl), null, DateTimeZoneProviders.Tzdb[zone]));

    [Theory]
    [InlineData("2026-06-02T03:00:00Z", "2026-06-02T03:00:00Z")]
    [InlineData("2026-07-02T03:00:00Z", "2026-06-10T16:00:00Z")]
    public void What_is_told_counts_where_it_is_earlier(string told, string until) =>
        Assert.Equal(At(until), TagExpiry.Of(At("2026-06-01T12:00:00Z"), Period.FromDays(10), At(told), Shanghai));

    [Fact]
    public void Without_a_time_to_live_what_is_told_counts_and_else_it_holds_for_ever()
    {
        Assert.Equal(At("2026-07-01T00:00:00Z"), TagExpiry.Of(At("2026-06-01T00:00:00Z"), null, At("2026-07-01T00:00:00Z"), Shanghai));
        Assert.Null(TagExpiry.Of(At("2026-06-01T00:00:00Z"), null, null, Shanghai));
    }

    [Fact]
    public void Whatever_the_hour_and_the_clocks_do_it_ends_as_many_days_later_at_the_first_instant_of_the_day()
    {
        foreach (var (hours, days) in (from h in Gen.Choose(0, 24 * 800) from d in Gen.Choose(1, 400) select (h, d)).Sample(300))
        {
            var at = At("2026-01-01T00:30:00Z").AddHours(hours);
            var until = TagExpiry.Of(at, Period.FromDays(days), null, Berlin)!.Value;
            Assert.Equal(Days.Of(at, Berlin) + days, Days.Of(until, Berlin));
            Assert.Equal(Days.Of(at, Berlin) + days - 1, Days.Of(until.AddTicks(-1), Berlin));
        }
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
