using System.Text;
using NodaTime;
using UserOps.Domain.Paths;

namespace UserOps.Tests.Paths;

public sealed class PathQueryReaderTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_is_left_out_has_a_default()
    {
        var query = Assert.IsType<PathReading.Of>(Read("""{"event":"Product Viewed"}""")).Query;
        Assert.Equal(
            ("Product Viewed", PathDirection.After, 3, Now.AddDays(-30), Now, TimeSpan.FromDays(1), 10, true, false),
            (query.Event, query.Direction, query.Steps, query.From, query.Until, query.Session, query.Top, query.CollapseRepeats, query.OwnEvents));
        Assert.Null(query.Who);
    }

    [Fact]
    public void Days_begin_in_the_zone_of_the_workspace()
    {
        var query = Assert.IsType<PathReading.Of>(Read("""{"event":"A","from":"2026-11-01","until":"2026-11-02T00:00:00+00:00"}""", "Asia/Shanghai")).Query;
        Assert.Equal((new(2026, 10, 31, 16, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 11, 2, 0, 0, 0, TimeSpan.Zero)), (query.From, query.Until));
    }

    [Theory]
    [InlineData("""{}""", "")]
    [InlineData("""[]""", "")]
    [InlineData("""{"event":""}""", "/event")]
    [InlineData("""{"event":"A","direction":"sideways"}""", "/direction")]
    [InlineData("""{"event":"A","steps":6}""", "/steps")]
    [InlineData("""{"event":"A","from":"yesterday"}""", "/from")]
    [InlineData("""{"event":"A","from":"2026-11-02","until":"2026-11-01"}""", "/until")]
    [InlineData("""{"event":"A","session":"P1M"}""", "/session")]
    [InlineData("""{"event":"A","session":"P31D"}""", "/session")]
    [InlineData("""{"event":"A","exclude":["B",7]}""", "/exclude/1")]
    [InlineData("""{"event":"A","exclude":["A"]}""", "/exclude")]
    [InlineData("""{"event":"A","top":0}""", "/top")]
    [InlineData("""{"event":"A","collapseRepeats":"no"}""", "/collapseRepeats")]
    [InlineData("""{"event":"A","segment":"nowhere"}""", "/segment")]
    [InlineData("""{"event":"A","where":{"field":"trait.city"}}""", "/where")]
    [InlineData("""{"event":"A","segment":"vips","where":{"field":"trait.city","op":"is","value":"Ulm"}}""", "/where")]
    [InlineData("""{"event":"A","step":2}""", "/step")]
    public void What_is_wrong_is_told_by_its_place(string question, string at) =>
        Assert.Contains(at, Assert.IsType<PathReading.Wrong>(Read(question)).Mistakes.Select(mistake => mistake.At));

    private static PathReading Read(string question, string zone = "UTC") =>
        PathQueryReader.Read(Encoding.UTF8.GetBytes(question), Now, DateTimeZoneProviders.Tzdb[zone], new() { Segments = new HashSet<string> { "vips" } });
}
