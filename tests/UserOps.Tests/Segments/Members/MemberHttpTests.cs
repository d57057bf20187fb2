using System.Net;
using UserOps.Tests.Journeys.Control;

namespace UserOps.Tests.Segments.Members;

public sealed class MemberHttpTests : IAsyncLifetime
{
    private RunningHost _host = null!;

    public async Task InitializeAsync() => _host = await RunningHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_segment_is_previewed_published_listed_and_starts_a_journey()
    {
        await _host.PeopleAsync(5);
        var document = """{"key":"known","name":"Known","kind":"dynamic","where":{"field":"user.hasEmail","op":"is","value":true}}""";
        var preview = await _host.PostAsync("/api/segments/preview", document);
        Assert.Equal((HttpStatusCode.OK, 5), (preview.Status, preview.Body.GetProperty("count").GetInt32()));

        Assert.Equal(HttpStatusCode.OK, (await _host.PutAsync("/api/segments/known", document)).Status);
        Assert.Equal(HttpStatusCode.OK, (await _host.PostAsync("/api/segments/known/publish")).Status);
        _host.Trip.Clock.Advance(TimeSpan.FromMinutes(1));
        await _host.WorkAsync();

        var segment = await _host.GetAsync("/api/segments/known");
        Assert.Equal((5, true), (segment.Body.GetProperty("size").GetInt32(), segment.Body.GetProperty("backFill").GetProperty("done").GetBoolean()));

        var page = await _host.GetAsync("/api/segments/known/members?limit=3");
        Assert.Equal(3, page.Body.GetProperty("members").GetArrayLength());
        var rest = await _host.GetAsync($"/api/segments/known/members?limit=3&from={page.Body.GetProperty("next").GetString()}");
        Assert.Equal(2, rest.Body.GetProperty("members").GetArrayLength());

        await _host.PutAsync("/api/journeys/hello", """{"key":"hello","name":"Hello","entry":"manual","audience":{"segment":"known"},"steps":[{"id":"mark","type":"tag","add":["met"]}]}""");
        Assert.Equal(HttpStatusCode.OK, (await _host.PostAsync("/api/journeys/hello/publish")).Status);
        var started = await _host.PostAsync("/api/journeys/hello/runs", """{"segment":{"name":"known"}}""", key: "once");
        Assert.Equal((HttpStatusCode.Accepted, 5), (started.Status, started.Body.GetProperty("total").GetInt32()));
        await _host.WorkAsync();
        var job = await _host.GetAsync($"/api/journeys/jobs/{started.Body.GetProperty("id").GetString()}");
        Assert.Equal(5, job.Body.GetProperty("outcomes").GetProperty("started").GetInt32());
        Assert.Equal(HttpStatusCode.Conflict, (await _host.PostAsync("/api/segments/known/archive")).Status);
    }

    [Theory]
    [InlineData("/api/segments/nowhere/members", HttpStatusCode.NotFound, null)]
    [InlineData("/api/segments/nowhere/members.csv", HttpStatusCode.NotFound, null)]
    [InlineData("/api/users/nobody/segments", HttpStatusCode.NotFound, null)]
    [InlineData("/api/segments/friends/members?limit=0", HttpStatusCode.BadRequest, "limit")]
    [InlineData("/api/segments/friends/members?from=zz~x", HttpStatusCode.BadRequest, "from")]
    [InlineData("/api/segments/friends/members.csv?minus=nowhere", HttpStatusCode.BadRequest, "minus")]
    [InlineData("/api/segments/friends/members.csv?sample=0", HttpStatusCode.BadRequest, "sample")]
    [InlineData("/api/segments/previews/nothing", HttpStatusCode.NotFound, null)]
    public async Task What_cannot_be_answered_is_said_by_field(string path, HttpStatusCode status, string? field)
    {
        await _host.PutAsync("/api/segments/friends", """{"key":"friends","name":"Friends","kind":"static"}""");
        await _host.PostAsync("/api/segments/friends/publish");
        var answer = await _host.GetAsync(path);
        Assert.Equal((status, field), (answer.Status, answer.Field));
    }

    [Fact]
    public async Task People_come_on_a_list_by_their_ids_or_by_a_file()
    {
        await _host.PeopleAsync(4);
        await _host.PutAsync("/api/segments/friends", """{"key":"friends","name":"Friends","kind":"static"}""");
        await _host.PostAsync("/api/segments/friends/publish");
        var named = await _host.PostAsync("/api/segments/friends/members", """{"add":["u0","nobody"]}""");
        Assert.Equal((1, 1), (named.Body.GetProperty("added").GetInt32(), named.Body.GetProperty("skipped").GetInt32()));
        Assert.Equal("/add/1", named.Body.GetProperty("mistakes")[0].GetProperty("at").GetString());
        var file = await _host.PostAsync("/api/segments/friends/members", "user\nu0\nu1\nu2\n", media: "text/csv");
        Assert.Equal(2, file.Body.GetProperty("added").GetInt32());
        Assert.Equal(1, (await _host.PostAsync("/api/segments/friends/members?remove=true", "user\nu1\n", media: "text/csv")).Body.GetProperty("removed").GetInt32());
        Assert.Equal(2, (await _host.GetAsync("/api/segments/friends")).Body.GetProperty("size").GetInt32());
    }
}
