using UserOps.Application.Scoring;
using UserOps.Domain.Scoring;
using UserOps.Tests.Storage;

namespace UserOps.Tests.Scoring;

public sealed class ScoreUsersTests : IDisposable
{
    private static readonly DateOnly Day = new(2006, 12, 31);
    private readonly Workspace _workspace = new();

    [Fact]
    public async Task The_exported_file_equals_the_published_one()
    {
        _workspace.SeenPublishedOrders();
        await _workspace.ScoreAsync(Day);

        var rows = await _workspace.ExportAsync();

        var expected = TestData.Csv("rfm-orders-expected.csv");
        Assert.Equal(995, rows.Count);
        Assert.Equal(Sorted(expected), Sorted(rows.Select(row => row[..9])));
        Assert.All(rows, row => Assert.Equal(12, row.Length));
        Assert.Contains(rows, row => row[10] == "重要价值客户" && row[11] == "mature");
    }

    [Fact]
    public async Task Unchanged_data_scored_again_writes_no_user_row_and_says_nothing()
    {
        _workspace.SeenPublishedOrders();
        await _workspace.ScoreAsync(Day);
        var rows = _workspace.ScoreRows();

        var again = await _workspace.ScoreAsync(Day);

        Assert.Equal((0, 0), (again.Tally!.RowsWritten, again.UsersChangedLate));
        Assert.Equal(rows, _workspace.ScoreRows());
        Assert.Empty(_workspace.Told.All);
    }

    [Fact]
    public async Task Reads_and_writes_stay_within_the_budget()
    {
        for (var i = 0; i < 4_000; i++)
        {
            _workspace.Seen($"{i}", Day.AddDays(-i % 300), Workspace.Order(Day.AddDays(-i % 300), 100 + (i * 37 % 90_000)));
        }

        var before = _workspace.Tables.Counts;
        var batches = 0;
        _workspace.Tables.Before = operation =>
        {
            if (operation.Kind == StoreOperationKind.Commit && operation.Partition.Value.StartsWith("b~", StringComparison.Ordinal))
            {
                Interlocked.Increment(ref batches);
            }

            return Task.CompletedTask;
        };
        await _workspace.ScoreAsync(Day);

        Assert.InRange(_workspace.Tables.Counts.Queries - before.Queries, 1, (4 * 4) + (4 * 256));
        Assert.Equal(256, batches);
    }

    [Fact]
    public async Task A_past_day_scored_after_later_orders_and_refunds_gives_what_it_gave_then()
    {
        _workspace.SeenPublishedOrders();
        var then = await _workspace.ScoreAsync(new(2006, 6, 30));
        var file = await _workspace.ExportAsync();
        await _workspace.ScoreAsync(Day);

        _workspace.Add("Abbey O'Reilly", Workspace.Refund(new(2006, 6, 1), new(2006, 7, 2), 3_000), Workspace.Order(new(2006, 8, 1), 90_000));
        var again = await _workspace.ScoreAsync(new(2006, 6, 30));

        Assert.False(again.Live);
        Assert.Equal(then.Tally!.Codes, again.Tally!.Codes);
        Assert.Equal(Sorted(file), Sorted(await _workspace.ExportAsync(new(2006, 6, 30))));
    }

    [Fact]
    public async Task A_day_before_the_published_one_leaves_rows_and_log_alone()
    {
        _workspace.SeenPublishedOrders();
        await _workspace.ScoreAsync(Day);
        var rows = _workspace.ScoreRows();

        var past = await _workspace.ScoreAsync(Day.AddDays(-200));

        Assert.Equal(rows, _workspace.ScoreRows());
        Assert.Empty(_workspace.Told.All);
        Assert.Equal(past.Tally!.Users, _workspace.ScoreRows("s~2006-06-14~").Count);
        Assert.Equal(Day, (await _workspace.Use<FindScores>().RunAsync(null, default))!.AsOf);
    }

    [Fact]
    public async Task What_arrives_late_for_a_past_day_is_reported()
    {
        _workspace.SeenPublishedOrders();
        await _workspace.ScoreAsync(Day);
        await _workspace.ScoreAsync(Day.AddDays(-100));
        _workspace.Add("Abbey O'Reilly", Workspace.Order(Day.AddDays(-101), 500_000));

        Assert.InRange((await _workspace.ScoreAsync(Day.AddDays(-100))).UsersChangedLate!.Value, 1, 995);
        Assert.InRange((await _workspace.ScoreAsync(Day)).UsersChangedLate!.Value, 1, 995);
        Assert.Equal(0, (await _workspace.ScoreAsync(Day)).UsersChangedLate);
    }

    [Fact]
    public async Task Users_first_seen_after_the_day_are_not_there()
    {
        _workspace.Seen("early", Day.AddDays(-5));
        _workspace.Seen("late", Day.AddDays(1));

        Assert.Equal(1, (await _workspace.ScoreAsync(Day)).Tally!.Users);
        Assert.Equal(2, (await _workspace.ScoreAsync(Day.AddDays(1))).Tally!.Users);
    }

    [Fact]
    public async Task Only_orders_of_the_window_count()
    {
        using var workspace = new Workspace(new() { Scoring = new() { Rules = new ScoringRules { WindowDays = 30 } } });
        workspace.Seen("old", Day.AddDays(-99), Workspace.Order(Day.AddDays(-30), 100));
        workspace.Seen("both", Day.AddDays(-99), Workspace.Order(Day.AddDays(-30), 100), Workspace.Order(Day.AddDays(-29), 700));

        await workspace.ScoreAsync(Day);

        Assert.Equal(["both 29 1 7"], (await workspace.ExportAsync()).Select(row => string.Join(' ', row[..4])));
        Assert.Equal(["both 29 1 7", "old  0 0"], (await workspace.ExportAsync(everyone: true)).Select(row => string.Join(' ', row[..4])).Order());
    }

    [Fact]
    public async Task A_run_that_sees_nobody_shows_nothing()
    {
        await _workspace.ScoreAsync(_workspace.Today);
        _workspace.Seen("a", Day, Workspace.Order(Day, 100));

        var run = await _workspace.ScoreAsync(Day);

        Assert.True(run.Live);
        Assert.Equal(Day, (await _workspace.Use<FindScores>().RunAsync(null, default))!.AsOf);
    }

    [Fact]
    public async Task Rows_of_users_who_are_gone_go()
    {
        _workspace.Seen("a", Day, Workspace.Order(Day, 100));
        _workspace.Seen("b", Day, Workspace.Order(Day, 100));
        await _workspace.ScoreAsync(Day);
        _workspace.Erase("b");

        await _workspace.ScoreAsync(Day.AddDays(1));

        Assert.StartsWith(ScoreRow.Prefix + Workspace.KeyOf("a"), Assert.Single(_workspace.ScoreRows()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Finished_runs_leave_no_work_rows()
    {
        _workspace.SeenPublishedOrders();
        await _workspace.ScoreAsync(Day);

        Assert.DoesNotContain(_workspace.Tables.Rows, row => row.Partition.Value.StartsWith("s~", StringComparison.Ordinal));
        Assert.DoesNotContain(_workspace.Tables.Rows, row => row.Key.Value.StartsWith("q~", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ids_that_a_spreadsheet_takes_for_formulas_are_made_harmless_and_numbers_stay_numbers()
    {
        _workspace.Seen("=HYPERLINK(\"x\")", Day, Workspace.Order(Day, 2_933), Workspace.Refund(Day, Day, 2_900), Workspace.Order(Day, -100));

        await _workspace.ScoreAsync(Day);

        Assert.Equal("'=HYPERLINK(\"x\") -0.67", string.Join(' ', (await _workspace.ExportAsync())[0].Where((_, i) => i is 0 or 3)));
    }

    public void Dispose() => _workspace.Dispose();

    private static IEnumerable<string> Sorted(IEnumerable<string[]> rows) => rows.Select(row => string.Join('|', row)).Order(StringComparer.Ordinal);
}
