using System.Net;
using System.Text;

namespace UserOps.Tests.Events.Segment;

public sealed class SegmentKeyTests
{
    private const string Good = """{"userId":"u","event":"E"}""";

    [Theory]
    [InlineData("server-key-0002")]
    [InlineData("server-key-000")]
    [InlineData("backend")]
    [InlineData("ключ")]
    public async Task An_unknown_key_gets_401(string key)
    {
        await using var host = await IntakeHost.StartAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, (await host.SegmentAsync("track", Good, key)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.SegmentAsync("track", "broken", key)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.PostAsync("/api/v1/track", $$"""{"writeKey":"{{key}}","userId":"u","event":"E"}""")).Status);
        Assert.Empty(host.Events);
        Assert.Empty(host.Rejected);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Basic !!!")]
    [InlineData("Basic ")]
    [InlineData("Bearer server-key-0001")]
    public async Task Without_a_key_there_is_401(string? authorization)
    {
        await using var host = await IntakeHost.StartAsync();

        var answer = await host.PostAsync("/api/v1/track", Good, authorization is null ? [] : [("Authorization", authorization)]);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
    }

    [Fact]
    public async Task A_wrong_header_is_not_made_good_by_the_body()
    {
        await using var host = await IntakeHost.StartAsync();

        var answer = await host.SegmentAsync("track", $$"""{"writeKey":"{{IntakeHost.ServerKey}}","userId":"u","event":"E"}""", "wrong-key-1");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
    }

    [Fact]
    public async Task A_key_without_a_colon_is_understood()
    {
        await using var host = await IntakeHost.StartAsync();

        var answer = await host.PostAsync("/api/v1/track", Good, ("Authorization", "basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(IntakeHost.ServerKey))));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    [Fact]
    public async Task Browsers_may_ask_first_and_may_read_a_refusal()
    {
        await using var host = await IntakeHost.StartAsync();

        var asked = await host.SendAsync(
            HttpMethod.Options, "/api/v1/batch", null,
            ("Origin", "https://shop.example"), ("Access-Control-Request-Method", "POST"), ("Access-Control-Request-Headers", "authorization,content-type"));
        var refused = await host.PostAsync("/api/v1/track", Good, ("Origin", "https://shop.example"));
        var tooLarge = await host.PostAsync("/api/v1/track", new byte[1_100_000], ("Origin", "https://shop.example"));

        Assert.Equal(HttpStatusCode.NoContent, asked.Status);
        Assert.Equal("*", asked.Headers["Access-Control-Allow-Origin"]);
        Assert.Contains("Authorization", asked.Headers["Access-Control-Allow-Headers"], StringComparison.Ordinal);
        Assert.Equal("POST", asked.Headers["Access-Control-Allow-Methods"]);
        Assert.Equal((HttpStatusCode.Unauthorized, "*"), (refused.Status, refused.Headers["Access-Control-Allow-Origin"]));
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "*"), (tooLarge.Status, tooLarge.Headers["Access-Control-Allow-Origin"]));
    }
}
