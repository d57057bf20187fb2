using System.Globalization;
using NodaTime;
using UserOps.Application.Orders.Import;
using UserOps.Domain;

namespace UserOps.Tests.Orders.Import;

public class OrderDatesTests
{
    private static readonly DateTimeZone Shanghai = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    [Theory]
    [InlineData("2024-12-31", "2024-12-31T04:00:00Z")]
    [InlineData("2024/12/31", "2024-12-31T04:00:00Z")]
    [InlineData("2024.1.5", "2024-01-05T04:00:00Z")]
    [InlineData("20241231", "2024-12-31T04:00:00Z")]
    [InlineData("2024-12-31 23:59:59", "2024-12-31T15:59:59Z")]
    [InlineData("2024-12-31T23:59", "2024-12-31T15:59:00Z")]
    [InlineData("2024-12-31T23:59:59Z", "2024-12-31T23:59:59Z")]
    [InlineData("2024-12-31T23:59:59.123+02:00", "2024-12-31T21:59:59Z")]
    [InlineData("2012-10-12 07:05:27 -0400", "2012-10-12T11:05:27Z")]
    [InlineData("2012-10-12 07:05:27 UTC", "2012-10-12T07:05:27Z")]
    [InlineData("2024-01-02T00:00:00+14:00", "2024-01-01T10:00:00Z")]
    public void Dates_that_mean_one_thing_are_read_in_the_workspace_zone_unless_they_name_theirs(string text, string expected)
    {
        Assert.Null(new OrderDates(Shanghai, null).Read(text, out var date));
        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), date.At);
        Assert.Equal(TimeSpan.Zero, date.At.Offset);
    }

    [Theory]
    [InlineData("Pacific/Kiritimati")]
    [InlineData("Pacific/Pago_Pago")]
    [InlineData("America/Sao_Paulo")]
    public void A_date_without_a_time_stays_on_its_day_in_any_zone(string zoneId)
    {
        var zone = DateTimeZoneProviders.Tzdb[zoneId];
        Assert.Null(new OrderDates(zone, null).Read("2018-11-04", out var date));
        Assert.Equal(new DateOnly(2018, 11, 4), Days.ToDate(Days.Of(date.At, zone)));
    }

    [Theory]
    [InlineData("03/04/2024", "d/M/yyyy")]
    [InlineData("3.4.24", "d.M.yy")]
    [InlineData("13-04-2024 10:00", "d-M-yyyy H:mm")]
    [InlineData("03/04/2024 10:00:59", "d/M/yyyy H:mm:ss")]
    public void Day_and_month_in_doubt_are_refused_with_a_format_that_reads_them(string text, string format)
    {
        Assert.Contains(format, new OrderDates(Shanghai, null).Read(text, out _), StringComparison.Ordinal);
        Assert.Null(new OrderDates(Shanghai, format).Read(text, out _));
    }

    [Theory]
    [InlineData("03/04/2024", "d/M/yyyy", "2024-04-03T04:00:00Z")]
    [InlineData("03/04/2024", "M/d/yyyy", "2024-03-04T04:00:00Z")]
    [InlineData("3.4.2024 18:30", "d.M.yyyy H:mm", "2024-04-03T10:30:00Z")]
    [InlineData("04/03/2024 06:30:00 +00:00", "MM/dd/yyyy HH:mm:ss zzz", "2024-04-03T06:30:00Z")]
    public void A_given_format_decides(string text, string format, string expected)
    {
        Assert.Null(new OrderDates(Shanghai, format).Read(text, out var date));
        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), date.At);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2024-02-30")]
    [InlineData("2024-13-01")]
    [InlineData("2024-01-01 25:00:00")]
    [InlineData("45123")]
    [InlineData("1899-12-30")]
    [InlineData("0000-00-00 00:00:00")]
    [InlineData("yesterday")]
    [InlineData("2024-01-02-03")]
    [InlineData("2024-01-02 00:00:00 +14:30")]
    [InlineData("0001-01-01 00:00:00 +0800")]
    [InlineData("9999-12-31 23:59:59 -0500")]
    public void What_is_no_date_is_told_apart(string text)
    {
        Assert.NotNull(new OrderDates(Shanghai, null).Read(text, out _));
    }

    [Theory]
    [InlineData("1/1/0001", "Asia/Shanghai")]
    [InlineData("31/12/9999", "Pacific/Pago_Pago")]
    public void A_date_at_the_end_of_the_calendar_is_refused_and_not_carried_beyond_it(string text, string zone)
    {
        Assert.NotNull(new OrderDates(DateTimeZoneProviders.Tzdb[zone], "d/M/yyyy").Read(text, out _));
    }

    [Fact]
    public void A_format_that_takes_minutes_for_months_is_refused()
    {
        Assert.NotNull(OrderDates.ProblemOf("dd/mm/yyyy"));
        Assert.Null(OrderDates.ProblemOf("dd/MM/yyyy"));
    }
}
