using System.Net;
using UserOps.Application.Segments.Snapshots;
using UserOps.Tests.Journeys.Control;

namespace UserOps.Tests.Segments.Snapshots;

public sealed class SnapshotHttpTests : IAsyncLifetime
{
    private const string Snapshots = "/api/segments/friends/snapshots";
    private RunningHost _host = null!;

    public async Task InitializeAsync()
    {
        _host = await RunningHost.StartAsync();
        await _host.PeopleAsync(6);
        foreach (var list in (string[])["friends", "guests"])
        {
            await _host.PutAsync("/api/segments/" + list, $$"""{"key":"{{list}}","name":"The {{list}}","kind":"static"}""");
            await _host.PostAsync($"/api/segments/{list}/publish");
        }

        await _host.PostAsync("/api/segments/friends/members", """{"add":["u0","u1","u2","u3"]}""");
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task One_is_taken_listed_exported_compared_and_thrown_away()
    {
        var taken = await _host.PostAsync(Snapshots, """{"name":"Before"}""");
        var id = taken.Body.GetProperty("id").GetString();
        Assert.Equal((HttpStatusCode.Accepted, "taking", $"{Snapshots}/{id}"), (taken.Status, taken.Body.GetProperty("state").GetString(), taken.Headers["Location"]));
        Assert.Equal(HttpStatusCode.Conflict, (await _host.GetAsync($"{Snapshots}/{id}/compare?with=now")).Status);
        await SettleAsync();
        var read = (await _host.GetAsync($"{Snapshots}/{id}")).Body;
        Assert.Equal(("done", 4, 256), (read.GetProperty("state").GetString(), read.GetProperty("count").GetInt32(), read.GetProperty("bucketsDone").GetInt32()));

        _host.Trip.Clock.Advance(TimeSpan.FromHours(1));
        await _host.PostAsync("/api/segments/friends/members", """{"add":["u4"],"remove":["u0","u1"]}""");
        var now = (await _host.GetAsync($"{Snapshots}/{id}/compare?with=now")).Body;
        Assert.Equal((2, 1, 2, 0), (now.GetProperty("stayed").GetInt32(), now.GetProperty("entered").GetInt32(), now.GetProperty("left").GetInt32(), now.GetProperty("merged").GetInt32()));
        Assert.Equal(["u4"], Ids(await _host.LinesAsync($"{Snapshots}/{id}/compare.csv?with=now&set=entered")));
        Assert.Equal(["u0", "u1", "u2", "u3"], Ids(await _host.LinesAsync($"{Snapshots}/{id}/members.csv")));

        var later = (await _host.PostAsync(Snapshots, """{"name":"After"}""")).Body.GetProperty("id").GetString();
        await SettleAsync();
        Assert.Equal(["u0", "u1"], Ids(await _host.LinesAsync($"{Snapshots}/{id}/compare.csv?with={later}&set=left")));
        var page = (await _host.GetAsync(Snapshots + "?limit=1")).Body;
        Assert.Equal((later, id), (page.GetProperty("snapshots")[0].GetProperty("id").GetString(), page.GetProperty("next").GetString()));
        Assert.Equal("Before", (await _host.GetAsync($"{Snapshots}?limit=1&from={id}")).Body.GetProperty("snapshots")[0].GetProperty("name").GetString());

        Assert.Equal(HttpStatusCode.Accepted, (await _host.DeleteAsync($"{Snapshots}/{id}")).Status);
        await SettleAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await _host.GetAsync($"{Snapshots}/{id}")).Status);
    }

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest, "with")]
    [InlineData("?with=nothing", HttpStatusCode.BadRequest, "with")]
    [InlineData(".csv?with=now", HttpStatusCode.BadRequest, "set")]
    [InlineData(".csv?with=now&set=all", HttpStatusCode.BadRequest, "set")]
    public async Task What_cannot_be_compared_is_said_by_field(string rest, HttpStatusCode status, string field)
    {
        var id = (await _host.PostAsync(Snapshots, "{}")).Body.GetProperty("id").GetString();
        await SettleAsync();
        var answer = await _host.GetAsync($"{Snapshots}/{id}/compare{rest}");
        Assert.Equal((status, field), (answer.Status, answer.Field));
    }

    [Fact]
    public async Task What_cannot_be_taken_is_said_with_the_reason()
    {
        Assert.Equal((HttpStatusCode.BadRequest, "name"), Said(await _host.PostAsync(Snapshots, """{"name":" "}""")));
        Assert.Equal((HttpStatusCode.NotFound, null), Said(await _host.PostAsync("/api/segments/nowhere/snapshots", "{}")));
        Assert.Equal((HttpStatusCode.NotFound, null), Said(await _host.GetAsync(Snapshots + "/nothing")));
        Assert.Equal((HttpStatusCode.NotFound, null), Said(await _host.DeleteAsync(Snapshots + "/nothing")));
        Assert.Equal((HttpStatusCode.BadRequest, "from"), Said(await _host.GetAsync(Snapshots + "?from=nothing")));
        await _host.PostAsync(Snapshots, """{"name":"One"}""", key: "k");
        Assert.Equal((HttpStatusCode.Conflict, "Idempotency-Key"), Said(await _host.PostAsync(Snapshots, """{"name":"Other"}""", key: "k")));
    }

    [Fact]
    public async Task A_list_is_filled_from_a_segment_a_part_of_it_or_a_snapshot()
    {
        var filled = await FillAsync("""{"from":{"segment":"friends"}}""", "?sample=3&seed=autumn", "k");
        Assert.Equal((HttpStatusCode.Accepted, "list", 3), (filled.Status, filled.Body.GetProperty("kind").GetString(), filled.Body.GetProperty("total").GetInt32()));
        await SettleAsync();
        var job = await _host.GetAsync(filled.Headers["Location"]);
        Assert.Equal(("done", 3), (job.Body.GetProperty("state").GetString(), job.Body.GetProperty("outcomes").GetProperty("listed").GetInt32()));
        Assert.Equal(3, await SizeAsync());

        // The same request is the same job; another with its key is refused.
        Assert.Equal(filled.Headers["Location"], (await FillAsync("""{"from":{"segment":"friends"}}""", "?sample=3&seed=autumn", "k")).Headers["Location"]);
        Assert.Equal(HttpStatusCode.Conflict, (await FillAsync("""{"from":{"segment":"friends"}}""", "", "k")).Status);

        var id = (await _host.PostAsync(Snapshots, "{}")).Body.GetProperty("id").GetString();
        Assert.Equal((HttpStatusCode.Conflict, "from.snapshot"), Said(await FillAsync(FromSnapshot(id!))));
        await SettleAsync();
        _host.Trip.Clock.Advance(TimeSpan.FromHours(1));
        await _host.PostAsync("/api/segments/friends/members", """{"remove":["u0","u1","u2","u3"]}""");
        await FillAsync(FromSnapshot(id!));
        await SettleAsync();
        Assert.Equal(4, await SizeAsync());
        await FillAsync(FromSnapshot(id!), "?remove=true&sample=2");
        await SettleAsync();
        Assert.Equal(2, await SizeAsync());
    }

    [Theory]
    [InlineData("""{"from":{}}""", "", "from.segment")]
    [InlineData("""{"from":{"segment":"nowhere"}}""", "", "from.segment")]
    [InlineData("""{"from":{"segment":"friends","snapshot":"x"}}""", "", "from.snapshot")]
    [InlineData("""{"from":{"segment":"friends"},"add":["u1"]}""", "", "from")]
    [InlineData("""{"from":{"segment":"friends"}}""", "?sample=0", "sample")]
    [InlineData("{}", "", "add")]
    public async Task What_cannot_fill_a_list_is_said_by_field(string body, string query, string field) =>
        Assert.Equal((HttpStatusCode.BadRequest, field), Said(await FillAsync(body, query)));

    private static string FromSnapshot(string id) => $$$"""{"from":{"segment":"friends","snapshot":"{{{id}}}"}}""";

    private Task<Events.Answer> FillAsync(string body, string query = "", string? key = null) => _host.PostAsync("/api/segments/guests/members" + query, body, key);

    private async Task<int> SizeAsync() => (await _host.GetAsync("/api/segments/guests")).Body.GetProperty("size").GetInt32();

    private static (HttpStatusCode, string?) Said(Events.Answer answer) => (answer.Status, answer.Field);

    private static string[] Ids(string[] lines) => [.. lines.Select(line => line.Split(',')[0]).Order(StringComparer.Ordinal)];

    private Task SettleAsync()
    {
        _host.Trip.Clock.Advance(TakeSnapshot.Settling);
        return _host.WorkAsync();
    }
}
