using System.Net;

namespace UserOps.Tests.Events.Segment;

public sealed class SegmentEnvelopeTests
{
    [Theory]
    [InlineData("""{"event":"E"}""", "userId")]
    [InlineData("""{"userId":"guest","anonymousId":"undefined","event":"E"}""", "userId")]
    [InlineData("""{"userId":"0","event":"E"}""", "userId")]
    [InlineData("""{"userId":true,"event":"E"}""", "userId")]
    [InlineData("""{"userId":{"id":1},"event":"E"}""", "userId")]
    [InlineData("""{"userId":1.5,"event":"E"}""", "userId")]
    [InlineData("""{"userId":"u","anonymousId":[],"event":"E"}""", "anonymousId")]
    [InlineData("""{"userId":"u"}""", "event")]
    [InlineData("""{"userId":"u","event":""}""", "event")]
    [InlineData("""{"userId":"u","event":7}""", "event")]
    [InlineData("""{"userId":"u","event":"E","timestamp":"yesterday"}""", "timestamp")]
    [InlineData("""{"userId":"u","event":"E","timestamp":"1/2/2026"}""", "timestamp")]
    [InlineData("""{"userId":"u","event":"E","timestamp":"0001-01-01T00:00:00Z"}""", "timestamp")]
    [InlineData("""{"userId":"u","event":"E","timestamp":1700000000}""", "timestamp")]
    [InlineData("""{"userId":"u","event":"E","properties":[]}""", "properties")]
    [InlineData("""{"userId":"u","event":"E","traits":"x"}""", "traits")]
    [InlineData("""{"userId":"u","event":"E","messageId":{}}""", "messageId")]
    [InlineData("""{"userId":"u","event":"E","type":"identify"}""", "type")]
    [InlineData("""{"userId":"u","event":"E","type":"launch"}""", "type")]
    [InlineData("""["track"]""", "body")]
    public async Task A_malformed_event_gets_400_naming_the_field_and_is_kept(string body, string field)
    {
        await using var host = await IntakeHost.StartAsync();

        var answer = await host.SegmentAsync("track", body);

        Assert.Equal((HttpStatusCode.BadRequest, field), (answer.Status, answer.Field));
        Assert.Equal("urn:userops:invalid-field", answer.Body.GetProperty("type").GetString());
        Assert.Empty(host.Events);
        var kept = Assert.Single(host.Rejected);
        Assert.Equal(("segment:backend", field, body), (kept.Source, kept.Field, kept.Body));
    }

    [Fact]
    public async Task A_clock_ahead_is_pulled_back_and_flagged()
    {
        await using var host = await IntakeHost.StartAsync();

        await host.SegmentAsync("track", """{"userId":"u","event":"E","timestamp":"2026-11-22T12:05:01Z"}""");
        await host.SegmentAsync("track", """{"userId":"u","event":"E","timestamp":"2026-11-22T12:04:59Z"}""");
        await host.SegmentAsync("track", """{"userId":"u","event":"E","timestamp":"2026-11-22T09:00:00"}""");

        Assert.Equal((IntakeHost.Start, true), (host.Events[0].OccurredAt, host.Events[0].ClockClamped));
        Assert.Equal((IntakeHost.Start.AddSeconds(299), false), (host.Events[1].OccurredAt, host.Events[1].ClockClamped));
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero), host.Events[2].OccurredAt);
    }

    [Fact]
    public async Task Without_a_message_id_the_event_itself_is_the_key()
    {
        await using var host = await IntakeHost.StartAsync();
        const string Body = """{"userId":"u","event":"E","properties":{"a":1}}""";

        await host.SegmentAsync("track", Body);
        await host.SegmentAsync("track", Body);
        await host.SegmentAsync("track", Body.Replace("1", "2", StringComparison.Ordinal));

        Assert.Equal(host.Events[0].Id, host.Events[1].Id);
        Assert.NotEqual(host.Events[0].Id, host.Events[2].Id);
    }

    [Fact]
    public async Task A_retry_of_the_browser_client_is_the_same_content_and_a_reused_key_is_not()
    {
        await using var host = await IntakeHost.StartAsync();

        await host.SegmentAsync("track", """{"messageId":"m","userId":"u","event":"E","sentAt":"2026-11-22T12:00:00Z"}""");
        await host.SegmentAsync("track", """{"messageId":"m","userId":"u","event":"E","sentAt":"2026-11-22T12:00:09Z","_metadata":{"retryCount":1}}""");
        await host.SegmentAsync("track", """{"messageId":"m","userId":"u","event":"Other","sentAt":"2026-11-22T12:00:00Z"}""");

        Assert.Equal(host.Events[0].ContentHash, host.Events[1].ContentHash);
        Assert.NotEqual(host.Events[0].ContentHash, host.Events[2].ContentHash);
    }

    [Fact]
    public async Task Half_an_emoji_is_replaced_and_the_event_is_kept()
    {
        await using var host = await IntakeHost.StartAsync();

        var answer = await host.SegmentAsync("track", """{"userId":"u","event":"E","properties":{"text":"cut \ud83d","whole":"\ud83d\ude00","path":"C:\\udir"}}""");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var properties = Assert.Single(host.Events).Properties!.Value;
        Assert.Equal("cut \ufffd", properties.GetProperty("text").GetString());
        Assert.Equal("😀", properties.GetProperty("whole").GetString());
        Assert.Equal("C:\\udir", properties.GetProperty("path").GetString());
    }

    [Fact]
    public async Task An_unknown_call_is_not_found()
    {
        await using var host = await IntakeHost.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await host.SegmentAsync("delete", "{}")).Status);
    }
}
