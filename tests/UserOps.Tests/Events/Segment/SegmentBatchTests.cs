using System.IO.Compression;
using System.Net;
using System.Text;

namespace UserOps.Tests.Events.Segment;

public sealed class SegmentBatchTests
{
    [Fact]
    public async Task The_good_events_of_a_batch_are_taken_and_the_bad_ones_listed_and_kept()
    {
        await using var host = await IntakeHost.StartAsync();

        var answer = await host.SegmentAsync("batch", """
            {"batch":[
              {"type":"track","userId":"u","event":"A","messageId":"1"},
              {"type":"track","event":"B","messageId":"2"},
              {"type":"launch","userId":"u"},
              7,
              {"type":"identify","userId":"u","traits":{"a":1},"messageId":"3"}],
             "sentAt":"2026-11-22T12:00:00Z","context":{}}
            """);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(2, answer.Body.GetProperty("accepted").GetInt32());
        var rejected = answer.Body.GetProperty("rejected").EnumerateArray()
            .Select(item => (item.GetProperty("index").GetInt32(), item.GetProperty("field").GetString()));
        Assert.Equal([(1, "batch[1].userId"), (2, "batch[2].type"), (3, "batch[3]")], rejected);
        Assert.Equal(["A", "Identify"], host.Events.Select(e => e.Name));
        Assert.Equal("""{"type":"track","event":"B","messageId":"2"}""", host.Rejected[0].Body);
        Assert.Equal(3, host.Rejected.Count);
    }

    [Fact]
    public async Task An_event_over_32_kilobytes_is_rejected_within_its_batch_and_alone()
    {
        await using var host = await IntakeHost.StartAsync();
        var large = $$$"""{"type":"track","userId":"u","event":"A","properties":{"x":"{{{new string('é', 16_384)}}}"}}""";

        var batch = await host.SegmentAsync("batch", $$"""{"batch":[{{large}},{"type":"track","userId":"u","event":"B"}]}""");
        var single = await host.SegmentAsync("track", large);

        Assert.Equal("batch[0]", batch.Body.GetProperty("rejected")[0].GetProperty("field").GetString());
        Assert.Equal((HttpStatusCode.BadRequest, "body"), (single.Status, single.Field));
        Assert.Equal("B", Assert.Single(host.Events).Name);
        Assert.All(host.Rejected, kept => Assert.InRange(Encoding.UTF8.GetByteCount(kept.Body), 8_190, 8_192));
        Assert.All(host.Rejected, kept => Assert.DoesNotContain('\ufffd', kept.Body));
    }

    [Fact]
    public async Task An_event_at_the_limit_is_taken()
    {
        await using var host = await IntakeHost.StartAsync();
        const string Frame = """{"type":"track","userId":"u","event":"A","properties":{"x":""}}""";
        var largest = Frame.Replace("\"\"", $"\"{new string('x', (32 * 1024) - Frame.Length)}\"", StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, (await host.SegmentAsync("track", largest)).Status);
    }

    [Fact]
    public async Task A_batch_of_too_many_events_gets_400_and_nothing_of_it_is_taken()
    {
        await using var host = await IntakeHost.StartAsync(settings => settings with { Limits = new() { BatchEvents = 2 } });
        const string One = """{"type":"track","userId":"u","event":"A"}""";

        var answer = await host.SegmentAsync("batch", $$"""{"batch":[{{One}},{{One}},{{One}}]}""");

        Assert.Equal((HttpStatusCode.BadRequest, "batch"), (answer.Status, answer.Field));
        Assert.Empty(host.Events);
        Assert.Single(host.Rejected);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"batch":{}}""")]
    [InlineData("[]")]
    public async Task A_batch_without_an_array_gets_400(string body)
    {
        await using var host = await IntakeHost.StartAsync();

        var answer = await host.SegmentAsync("batch", body);

        Assert.Equal((HttpStatusCode.BadRequest, "batch"), (answer.Status, answer.Field));
    }

    [Theory]
    [InlineData("{\"batch\":[")]
    [InlineData("")]
    [InlineData("{\"batch\":[],}")]
    [InlineData("not json")]
    public async Task What_is_no_json_gets_400_and_is_kept(string body)
    {
        await using var host = await IntakeHost.StartAsync();

        var answer = await host.SegmentAsync("batch", body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("urn:userops:malformed-json", answer.Body.GetProperty("type").GetString());
        Assert.Equal(body, Assert.Single(host.Rejected).Body);
    }

    [Fact]
    public async Task Bytes_that_are_no_utf8_get_400()
    {
        await using var host = await IntakeHost.StartAsync();
        byte[] body = [.. "{\"userId\":\"u\",\"event\":\""u8, 0xff, .. "\"}"u8];

        var answer = await host.PostAsync("/api/v1/track", body, ("Authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(IntakeHost.ServerKey))));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Empty(host.Events);
    }

    [Fact]
    public async Task What_is_nested_as_deep_as_is_let_in_can_be_stored()
    {
        await using var host = await IntakeHost.StartAsync();
        string Nested(int depth) => $$$"""{"batch":[{"type":"track","userId":"u","event":"E","properties":{"x":{{{new string('[', depth)}}}{{{new string(']', depth)}}}}}]}""";

        Assert.Equal(HttpStatusCode.OK, (await host.SegmentAsync("batch", Nested(44))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await host.SegmentAsync("batch", Nested(45))).Status);
        Assert.Single(host.Events);
    }

    [Fact]
    public async Task More_than_a_megabyte_gets_413_declared_or_not()
    {
        await using var host = await IntakeHost.StartAsync();
        var body = Encoding.UTF8.GetBytes($$"""{"batch":[],"x":"{{new string('x', 1024 * 1024)}}"}""");
        using var chunked = new HttpRequestMessage(HttpMethod.Post, "/api/v1/batch") { Content = new StreamContent(new MemoryStream(body)) };
        chunked.Headers.TransferEncodingChunked = true;
        chunked.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(IntakeHost.ServerKey + ":")));

        var declared = await host.SegmentAsync("batch", Encoding.UTF8.GetString(body));
        using var undeclared = await host.Client.SendAsync(chunked);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, declared.Status);
        Assert.Equal("urn:userops:too-large", declared.Body.GetProperty("type").GetString());
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, undeclared.StatusCode);
    }

    [Fact]
    public async Task Gzip_as_the_mobile_clients_send_it_is_unpacked_and_limited()
    {
        await using var host = await IntakeHost.StartAsync();
        var headers = new[] { ("Content-Encoding", "gzip"), ("Content-Type", "text/plain") };
        var good = Gzip($$"""{"writeKey":"{{IntakeHost.ServerKey}}","batch":[{"type":"track","userId":"u","event":"A"}]}""");
        var bomb = Gzip($$"""{"writeKey":"{{IntakeHost.ServerKey}}","batch":[],"x":"{{new string('x', 2_000_000)}}"}""");

        Assert.Equal(HttpStatusCode.OK, (await host.PostAsync("/api/v1/b", good, headers)).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await host.PostAsync("/api/v1/b", bomb, headers)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await host.PostAsync("/api/v1/b", "{}", headers)).Status);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await host.PostAsync("/api/v1/b", "{}", ("Content-Encoding", "br"))).Status);
        Assert.Single(host.Events);
    }

    private static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }
}
