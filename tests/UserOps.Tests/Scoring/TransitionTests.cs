using UserOps.Application.Scoring;
using UserOps.Domain.Events;
using UserOps.Domain.Scoring;

namespace UserOps.Tests.Scoring;

public sealed class TransitionTests : IDisposable
{
    private static readonly DateOnly Day = new(2026, 3, 1);
    private readonly Workspace _workspace = new();

    public TransitionTests()
    {
        // Nine of every kind, so that quintiles mean something.
        for (var i = 0; i < 45; i++)
        {
            _workspace.Seen($"c{i}", Day.AddDays(-i), [.. Enumerable.Range(0, 1 + (i % 5)).Select(n => Workspace.Order(Day.AddDays(-i), 1_000 * (1 + (i % 9))))]);
        }
    }

    [Fact]
    public async Task The_first_run_finds_users_where_they_are_and_tells_no_change()
    {
        var run = await _workspace.ScoreAsync(Day);

        Assert.Empty(_workspace.Told.All);
        Assert.Null(run.Before);
    }

    [Fact]
    public async Task Lapsed_customer_who_orders_is_told_to_be_growing()
    {
        _workspace.Seen("lapsed", Day.AddDays(-400), Workspace.Order(Day.AddDays(-400), 1_000));
        await _workspace.ScoreAsync(Day);
        _workspace.Add("lapsed", Workspace.Order(Day.AddDays(1), 1_000));

        await _workspace.ScoreAsync(Day.AddDays(1));

        var key = Workspace.KeyOf("lapsed");
        Assert.Contains($"{key} Stage Changed churned>growing 2026-03-02", _workspace.Told.Lines);
        Assert.Contains(_workspace.Told.Lines, line => line.StartsWith($"{key} Segment Changed lost>", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Visitor_who_orders_enters_a_segment_and_leaves_it_with_the_refund()
    {
        _workspace.Seen("v", Day.AddDays(-1));
        await _workspace.ScoreAsync(Day);
        _workspace.Add("v", Workspace.Order(Day.AddDays(1), 5_000));
        await _workspace.ScoreAsync(Day.AddDays(1));
        _workspace.Add("v", Workspace.Refund(Day.AddDays(1), Day.AddDays(2), 5_000));
        await _workspace.ScoreAsync(Day.AddDays(2));

        var lines = _workspace.Told.Lines.Where(line => line.StartsWith(Workspace.KeyOf("v") + " Segment", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, lines.Count);
        Assert.Contains("Changed ->", lines[0], StringComparison.Ordinal);
        Assert.EndsWith(">- 2026-03-03", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_of_a_change_are_dated_at_the_end_of_its_day_but_never_ahead_of_the_clock()
    {
        _workspace.Seen("a", Day.AddDays(-90), Workspace.Order(Day.AddDays(-90), 1_000));
        await _workspace.ScoreAsync(Day);
        await _workspace.ScoreAsync(Day.AddDays(1));
        var ended = Told("a");
        _workspace.Clock.Now = new(2026, 5, 31, 9, 0, 0, TimeSpan.Zero);
        await _workspace.ScoreAsync(new(2026, 5, 31));
        var running = _workspace.Told.Distinct.Single(e => e.UserKey == Workspace.KeyOf("a") && e.Event.Properties!.Value.GetProperty("to").GetString() == "churned").Event;

        Assert.Equal(new DateTimeOffset(2026, 3, 2, 23, 59, 59, 999, TimeSpan.Zero), ended.OccurredAt);
        Assert.Equal(_workspace.Clock.Now, running.OccurredAt);
        Assert.Equal((EventType.Track, "scoring"), (ended.Type, ended.Source));
        Assert.Empty(ended.Identity.Identifiers());
    }

    [Fact]
    public async Task A_day_scored_again_shows_the_same_migration()
    {
        await _workspace.ScoreAsync(Day);
        _workspace.Add("c40", Workspace.Order(Day.AddDays(1), 90_000));
        var first = await _workspace.ScoreAsync(Day.AddDays(1));

        var again = await _workspace.ScoreAsync(Day.AddDays(1));

        Assert.Equal(Day, again.Before);
        Assert.Equal(first.Tally!.SegmentMoves, again.Tally!.SegmentMoves);
        Assert.Equal(first.Tally.StageMoves, again.Tally.StageMoves);
        Assert.Equal(0, again.Tally.RowsWritten);
        Assert.Contains(Enumerable.Range(0, ScoreTally.SegmentPlaces * ScoreTally.SegmentPlaces), i => first.Tally.SegmentMoves[i] > 0 && i % (ScoreTally.SegmentPlaces + 1) != 0);
    }

    [Fact]
    public async Task A_day_that_comes_out_otherwise_the_second_time_is_a_change_of_its_own()
    {
        _workspace.Seen("late", Day.AddDays(-400), Workspace.Order(Day.AddDays(-400), 1_000));
        await _workspace.ScoreAsync(Day.AddDays(-1));
        await _workspace.ScoreAsync(Day);
        _workspace.Add("late", Workspace.Order(Day, 1_000));
        await AgainAsync(Day);
        _workspace.Add("late", Workspace.Refund(Day, Day, 1_000));
        await AgainAsync(Day);

        var stages = _workspace.Told.Distinct.Where(e => e.UserKey == Workspace.KeyOf("late") && e.Event.Name == TransitionEvents.StageChanged);
        Assert.Equal(["churned>growing", "growing>churned"], stages.Select(e => $"{Text(e.Event, "from")}>{Text(e.Event, "to")}"));
    }

    [Fact]
    public async Task Told_to_the_queue_that_fails_is_told_by_the_next_run()
    {
        await _workspace.ScoreAsync(Day);
        _workspace.Add("c40", Workspace.Order(Day.AddDays(1), 90_000));
        _workspace.Tables.Before = operation => operation.Changes is [Application.Storage.Change.Delete { Key: var key }] && key.Value.StartsWith("T~", StringComparison.Ordinal)
            ? throw new IOException("The answer was lost.")
            : Task.CompletedTask;
        await Assert.ThrowsAsync<IOException>(() => _workspace.ScoreAsync(Day.AddDays(1)));
        _workspace.Tables.Before = null;

        await _workspace.ScoreAsync(Day.AddDays(1));

        Assert.DoesNotContain(_workspace.Tables.Rows, row => row.Key.Value.StartsWith("T~", StringComparison.Ordinal));
        Assert.Contains(_workspace.Told.Lines, line => line.StartsWith(Workspace.KeyOf("c40") + " Segment", StringComparison.Ordinal));
        Assert.All(_workspace.Told.All.GroupBy(e => e.Event.Id), same => Assert.Single(same.Select(e => (e.Event.ContentHash, e.Event.OccurredAt)).Distinct()));
    }

    public void Dispose() => _workspace.Dispose();

    private UserEvent Told(string customer) => _workspace.Told.Distinct.First(e => e.UserKey == Workspace.KeyOf(customer) && e.Event.Name == TransitionEvents.StageChanged).Event;

    private static string? Text(UserEvent told, string name) => told.Properties!.Value.GetProperty(name).GetString();

    private async Task AgainAsync(DateOnly day)
    {
        await _workspace.Use<RequestRun>().RunAsync(day, default);
        await _workspace.ScoreAsync(day);
    }
}
