using System.Net;
using System.Text.Json;

namespace UserOps.LocalHost.Tests.Users;

/// <summary>The end of tags over HTTP.</summary>
public sealed class TagLifeRouteTests
{
    [Fact]
    public async Task A_tag_that_a_published_journey_uses_is_not_retired_and_whoever_uses_it_is_named()
    {
        await using var host = await TestHost.StartAsync(virtualClock: true);
        await DefineAsync(host, "vip", "P30D");
        await DoneAsync(host, HttpMethod.Put, "/api/segments/good", """{"key":"good","name":"Good","kind":"dynamic","where":{"field":"tag","op":"has","value":"vip"}}""");
        await DoneAsync(host, HttpMethod.Post, "/api/segments/good/publish");
        await DoneAsync(host, HttpMethod.Put, "/api/journeys/greet", """{"key":"greet","name":"Greet","entry":"manual","steps":[{"id":"mark","type":"tag","remove":["vip"]}]}""");
        await DoneAsync(host, HttpMethod.Post, "/api/journeys/greet/publish");

        var refused = await host.PostAsync("/api/tags/vip/retire", "");
        Assert.Equal((HttpStatusCode.Conflict, "urn:userops:in-use"), (refused.Status, refused.Body.GetProperty("type").GetString()));
        Assert.Equal(("greet", "good"), (Only(refused.Body, "journeys"), Only(refused.Body, "segments")));
        Assert.Empty(refused.Body.GetProperty("tags").EnumerateArray());
        Assert.Equal("active", (await host.GetAsync("/api/tags/vip")).Body.GetProperty("state").GetString());

        await DoneAsync(host, HttpMethod.Post, "/api/journeys/greet/archive");
        await DoneAsync(host, HttpMethod.Post, "/api/segments/good/archive");
        await DoneAsync(host, HttpMethod.Post, "/api/tags/vip/retire");
    }

    [Fact]
    public async Task An_expired_tag_is_gone_from_segments_on_the_day_it_expires_in_the_zone_of_the_workspace()
    {
        await using var host = await TestHost.StartAsync(virtualClock: true, settings: new() { ["Workspace:TimeZone"] = "Pacific/Auckland" });
        await DefineAsync(host, "trial", "P2D");
        await DoneAsync(host, HttpMethod.Put, "/api/segments/testers", """{"key":"testers","name":"T","kind":"dynamic","where":{"field":"tag","op":"has","value":"trial"}}""");
        await DoneAsync(host, HttpMethod.Post, "/api/segments/testers/publish");
        await host.SegmentAsync("track", """{"userId":"ann","event":"Product Viewed"}""");
        await PassAsync(host, "PT2M");
        await DoneAsync(host, HttpMethod.Post, "/api/users/ann/tags", """{"add":["trial"]}""");
        await PassAsync(host, "PT1S");

        // The beginning of the second day after, where the shop is, which is another day and hour by UTC.
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Pacific/Auckland");
        var tag = Assert.Single((await host.UserAsync("ann")).GetProperty("tags").EnumerateArray());
        var (since, until) = (tag.GetProperty("since").GetDateTimeOffset(), tag.GetProperty("until").GetDateTimeOffset());
        var midnight = TimeZoneInfo.ConvertTime(since, zone).Date.AddDays(2);
        Assert.Equal(new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)), until);
        Assert.NotEqual(0, until.UtcDateTime.Hour);
        Assert.Equal(1, await TestersAsync(host));

        await PassAsync(host, $"PT{(int)(until - await NowAsync(host)).TotalSeconds - 60}S");
        Assert.Equal(1, await TestersAsync(host));
        await PassAsync(host, "PT2M");
        Assert.Equal(0, await TestersAsync(host));
        Assert.Equal(0, (await host.GetAsync("/api/segments/testers")).Body.GetProperty("size").GetInt32());
        Assert.Empty((await host.UserAsync("ann")).GetProperty("tags").EnumerateArray());
        Assert.Single(
            await host.TimelineAsync("ann"),
            said => said.GetProperty("properties") is { ValueKind: JsonValueKind.Object } properties && properties.TryGetProperty("reason", out var reason) && reason.GetString() == "expired");
    }

    private static async Task DefineAsync(TestHost host, string key, string ttl)
    {
        await DoneAsync(host, HttpMethod.Put, $"/api/tags/{key}", $$"""{"key":"{{key}}","names":{"en":"{{key}}"},"kind":"manual","ttl":"{{ttl}}"}""");
        await DoneAsync(host, HttpMethod.Post, $"/api/tags/{key}/activate");
    }

    private static async Task DoneAsync(TestHost host, HttpMethod method, string path, string body = "")
    {
        var answer = await host.SendAsync(method, path, System.Text.Encoding.UTF8.GetBytes(body));
        Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.Accepted, $"{method} {path}: {answer.Status} {answer.Body}");
    }

    private static async Task PassAsync(TestHost host, string time) => await DoneAsync(host, HttpMethod.Post, "/api/dev/clock", $$"""{"advance":"{{time}}"}""");

    private static async Task<DateTimeOffset> NowAsync(TestHost host) => (await host.GetAsync("/api/dev/clock")).Body.GetProperty("now").GetDateTimeOffset();

    private static async Task<int> TestersAsync(TestHost host) => (await host.GetAsync("/api/segments/testers/members")).Body.GetProperty("members").GetArrayLength();

    private static string? Only(JsonElement body, string list) => Assert.Single(body.GetProperty(list).EnumerateArray()).GetString();
}
