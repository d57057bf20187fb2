using System.Net;
using NodaTime;
using UserOps.Application.Events;
using UserOps.Application.Events.Rejections;
using UserOps.Application.Settings;
using UserOps.Tests.Storage;

namespace UserOps.Tests.Events.Rejections;

public sealed class RejectedEventsTests
{
    private readonly MemoryTableStore _store = new();
    private readonly FixedTime _time = new(IntakeHost.Start);

    [Fact]
    public async Task The_same_rejection_is_kept_once_a_day()
    {
        var rejected = Repository();

        await rejected.AddAsync([One("a"), One("b"), One("a")], default);
        _time.Now += TimeSpan.FromMinutes(5);
        await rejected.AddAsync([One("b"), One("c"), One("a")], default);

        var page = await rejected.ListAsync(null, null, 100, default);
        Assert.Equal(["a", "b", "c"], page.Rejected.Select(kept => kept.Body).Order());
        Assert.Equal("c", page.Rejected[^1].Body);
        Assert.Equal(_time.Now, page.Rejected[^1].ReceivedAt);
    }

    [Fact]
    public async Task More_than_a_batch_holds_are_kept_and_read_in_pages()
    {
        var rejected = Repository();
        var many = Enumerable.Range(0, 250).Select(i => One($"{i}" + new string('x', 8_000))).ToList();

        await rejected.AddAsync([.. many.Take(100)], default);
        await rejected.AddAsync(many, default);

        var read = new List<KeptRejection>();
        string? from = null;
        do
        {
            var page = await rejected.ListAsync(DateOnly.FromDateTime(IntakeHost.Start.Date), from, 60, default);
            Assert.InRange(page.Rejected.Count, 0, 60);
            read.AddRange(page.Rejected);
            from = page.Next;
        }
        while (from is not null);
        Assert.Equal(many.Select(one => one.Body).Order(), read.Select(kept => kept.Body).Order());
    }

    [Fact]
    public async Task A_rejection_belongs_to_the_workspaces_day()
    {
        var rejected = Repository(new() { Workspace = new() { Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"] } });
        _time.Now = new(2026, 11, 22, 16, 0, 0, TimeSpan.Zero);

        await rejected.AddAsync([One("late")], default);

        Assert.Equal("rejected~2026-11-23", Assert.Single(_store.Partitions).Value);
        Assert.Single((await rejected.ListAsync(new(2026, 11, 23), null, 10, default)).Rejected);
        Assert.Empty((await rejected.ListAsync(new(2026, 11, 22), null, 10, default)).Rejected);
    }

    [Fact]
    public async Task An_operator_reads_them_over_http()
    {
        await using var host = await IntakeHost.StartAsync();
        await host.SegmentAsync("track", """{"event":"E"}""");
        await host.SegmentAsync("track", """{"event":"F"}""");
        await host.SegmentAsync("track", """{"event":"E"}""");

        var first = await host.SendAsync(HttpMethod.Get, "/api/events/rejected?limit=1");
        var second = await host.SendAsync(HttpMethod.Get, $"/api/events/rejected?day=2026-11-22&from={first.Body.GetProperty("next").GetString()}");
        var other = await host.SendAsync(HttpMethod.Get, "/api/events/rejected?day=2026-11-21");

        Assert.Equal("2026-11-22", first.Body.GetProperty("day").GetString());
        var kept = Assert.Single(first.Body.GetProperty("rejected").EnumerateArray());
        Assert.Equal(("segment:backend", "userId"), (kept.GetProperty("source").GetString(), kept.GetProperty("field").GetString()));
        Assert.Equal("2026-11-22T12:00:00Z", kept.GetProperty("receivedAt").GetString());
        Assert.Single(second.Body.GetProperty("rejected").EnumerateArray());
        Assert.Empty(other.Body.GetProperty("rejected").EnumerateArray());
    }

    [Theory]
    [InlineData("day=yesterday", "day")]
    [InlineData("day=2026-02-30", "day")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=1001", "limit")]
    [InlineData("limit=x", "limit")]
    [InlineData("from=h~", "from")]
    [InlineData("from=t~%2F", "from")]
    public async Task A_question_that_makes_no_sense_is_400(string query, string field)
    {
        await using var host = await IntakeHost.StartAsync();

        var answer = await host.SendAsync(HttpMethod.Get, $"/api/events/rejected?{query}");

        Assert.Equal((HttpStatusCode.BadRequest, field), (answer.Status, answer.Field));
    }

    private RejectedEvents Repository(UserOpsSettings? settings = null) => new(_store, settings ?? new(), _time);

    private static RejectedEvent One(string body) => new("segment:web", 0, "userId", "is missing", body);
}
