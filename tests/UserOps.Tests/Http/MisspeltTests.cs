using System.Net;
using UserOps.Tests.Journeys.Control;

namespace UserOps.Tests.Http;

/// <summary>An option that is misspelt, or stands in the wrong place, would do something else than was meant: everybody instead of one, now instead of never.</summary>
public sealed class MisspeltTests : IAsyncLifetime
{
    private RunningHost _host = null!;

    public async Task InitializeAsync()
    {
        _host = await RunningHost.StartAsync();
        await _host.PeopleAsync(2);
        await _host.Trip.PublishAsync("""{"key":"gift","name":"Gift","entry":"manual","steps":[{"id":"rest","type":"wait","for":"P9D"}]}""");
        await _host.PutAsync("/api/segments/friends", """{"key":"friends","name":"Friends","kind":"static"}""");
        await _host.PostAsync("/api/segments/friends/publish");
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData("/api/journeys/gift/cancel", """{"users":["u0"]}""", "$.users")]
    [InlineData("/api/journeys/gift/pause", """{"segmnt":{"name":"friends"}}""", "$.segmnt")]
    [InlineData("/api/journeys/gift/runs", """{"users":["u0"],"dryRu":true}""", "$.dryRu")]
    [InlineData("/api/journeys/gift/runs?dryRun=true", """{"users":["u0"]}""", "dryRun")]
    [InlineData("/api/segments/friends/members", """{"from":{"segment":"friends"},"sample":5}""", "$.sample")]
    [InlineData("/api/segments/friends/members?remove=maybe", """{"from":{"segment":"friends"}}""", "remove")]
    [InlineData("/api/segments/friends/members?smaple=5", """{"from":{"segment":"friends"}}""", "smaple")]
    [InlineData("/api/segments/friends/snapshots", """{"nam":"x"}""", "$.nam")]
    [InlineData("/api/tags/trial/people?remove=true", """{"users":["u0"]}""", "remove")]
    [InlineData("/api/tags/trial/people", """{"users":["u0"],"unti":"2027-01-01"}""", "$.unti")]
    [InlineData("/api/users/u0/tags", """{"ad":["vip"]}""", "$.ad")]
    [InlineData("/api/users/merge", """{"from":"u0","into":"u1","dryRun":true}""", "$.dryRun")]
    [InlineData("/api/scoring/runs", """{"as":"2026-01-01"}""", "asOf")]
    public async Task What_is_not_known_is_refused_by_name_and_does_nothing(string path, string body, string field)
    {
        var before = _host.Trip.World.Store.Counts.Written;

        var answer = await _host.PostAsync(path, body, key: "once");

        Assert.Equal((HttpStatusCode.BadRequest, field), (answer.Status, answer.Field));
        Assert.Equal(before, _host.Trip.World.Store.Counts.Written);
    }

    [Theory]
    [InlineData("/api/users?segments=friends", "segments")]
    [InlineData("/api/users?id=u0&id=u1", "id")]
    [InlineData("/api/users?segment=nowhere", "segment")]
    [InlineData("/api/scoring/scores.csv?everyone=maybe", "everyone")]
    public async Task A_question_that_is_misspelt_is_not_answered_for_everybody(string path, string field)
    {
        var answer = await _host.GetAsync(path);
        Assert.Equal((HttpStatusCode.BadRequest, field), (answer.Status, answer.Field));
    }

    [Theory]
    [InlineData("/api/users/%20")]
    [InlineData("/api/users/%20/timeline")]
    [InlineData("/api/users/%20/segments")]
    [InlineData("/api/users/%20/inbox")]
    [InlineData("/api/users/%20/recommendations")]
    public async Task A_blank_id_is_nobodys(string path) => Assert.Equal(HttpStatusCode.NotFound, (await _host.GetAsync(path)).Status);
}
