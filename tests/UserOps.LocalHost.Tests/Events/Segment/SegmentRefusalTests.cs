using System.Net;
using System.Text.Json;

namespace UserOps.LocalHost.Tests.Events.Segment;

public sealed class SegmentRefusalTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private readonly TestHost _host = shared.Host;

    [Fact]
    public async Task A_batch_with_bad_events_is_200_and_an_operator_finds_what_was_rejected()
    {
        var batch = JsonSerializer.Serialize(new
        {
            batch = new object[]
            {
                new { type = "track", userId = "batch-a", @event = "Product Viewed" },
                new { type = "track", userId = "batch-a" },
                new { type = "track", userId = "batch-a", @event = "Video Played", timestamp = "yesterday" },
                new { type = "track", userId = "batch-a", @event = "Video Played", properties = new { text = new string('x', 33_000) } },
                new { type = "shout", userId = "batch-a" },
                new { type = "track", userId = "batch-a", @event = "Product Added" },
            },
        });

        var answer = await _host.SegmentAsync("batch", batch);

        Assert.Equal((HttpStatusCode.OK, 2), (answer.Status, answer.Body.GetProperty("accepted").GetInt32()));
        var rejected = answer.Body.GetProperty("rejected").EnumerateArray().ToArray();
        Assert.Equal([1, 2, 3, 4], rejected.Select(item => item.GetProperty("index").GetInt32()));
        Assert.Equal(["batch[1].event", "batch[2].timestamp", "batch[3]", "batch[4].type"], rejected.Select(item => item.GetProperty("field").GetString()));
        Assert.All(rejected, item => Assert.NotEmpty(item.GetProperty("reason").GetString()!));

        await _host.DrainedAsync();
        Assert.Equal(["Product Added", "Product Viewed"], (await _host.TimelineAsync("batch-a")).Names().Order());
        var kept = await KeptAsync("batch-a");
        Assert.Equal(rejected.Select(item => item.GetProperty("field").GetString()).Order(), kept.Select(item => item.GetProperty("field").GetString()).Order());
    }

    [Theory]
    [InlineData("track", """{"userId":"single-a"}""", "event")]
    [InlineData("identify", """{"userId":"single-b","traits":7}""", "traits")]
    [InlineData("alias", """{"userId":"single-c"}""", "previousId")]
    [InlineData("track", """{"userId":"single-d","event":"Order Completed","properties":{"order_id":"1","total":"much"}}""", "properties.total")]
    public async Task A_single_malformed_event_is_400_naming_the_field_and_kept(string call, string body, string field)
    {
        var answer = await _host.SegmentAsync(call, body);

        Assert.Equal((HttpStatusCode.BadRequest, field), (answer.Status, answer.Field));
        Assert.Equal("urn:userops:invalid-field", answer.Body.GetProperty("type").GetString());
        Assert.Equal(body, Assert.Single(await KeptAsync(body[..20])).GetProperty("body").GetString());
    }

    [Theory]
    [InlineData("nobody-knows-this")]
    [InlineData("")]
    public async Task An_unknown_key_is_401(string key)
    {
        var answer = await _host.SegmentAsync("track", """{"userId":"keyless","event":"Product Viewed"}""", key);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        await _host.DrainedAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await _host.AskUserAsync("keyless")).Status);
    }

    private async Task<IReadOnlyList<JsonElement>> KeptAsync(string text)
    {
        var page = (await _host.GetAsync("/api/events/rejected?limit=1000")).Body;
        return [.. page.GetProperty("rejected").EnumerateArray().Where(item => item.GetProperty("body").GetString()!.Contains(text, StringComparison.Ordinal))];
    }
}
