using System.Text.Json;
using Microsoft.DurableTask.Client;
using UserOps.Application.Scoring;
using UserOps.Functions.Scoring;
using UserOps.Functions.Tests.Durable;
using UserOps.Tests.Scoring;

namespace UserOps.Functions.Tests.Scoring;

public sealed class NightlyScoringTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 3)]
    [InlineData(3, 8)]
    [InlineData(4, 64)]
    public async Task Whatever_the_order_and_the_width_everybody_gets_the_published_scores(int seed, int activitiesAtOnce)
    {
        using var night = new Night(seed, activitiesAtOnce);
        night.Workspace.SeenPublishedOrders();

        await night.ScoreAsync();

        Assert.Equal(Sorted(TestData.Csv("rfm-orders-expected.csv")), Sorted((await night.Workspace.ExportAsync()).Select(row => row[..9])));
        Assert.Equal(OrchestrationRuntimeStatus.Completed, night.Instance.Status);
        Assert.Equal(Math.Min(activitiesAtOnce, 32), night.Instance.MostOutstanding);
    }

    [Fact]
    public async Task The_rows_are_those_that_a_run_in_one_process_writes()
    {
        using var alone = new Workspace();
        using var night = new Night(seed: 5);
        foreach (var workspace in new[] { alone, night.Workspace })
        {
            workspace.SeenPublishedOrders();
            await workspace.ScoreAsync(Night.Day.AddDays(-200));
        }

        var expected = await alone.ScoreAsync(Night.Day);
        await night.ScoreAsync();

        var run = await night.RunAsync();
        Assert.Equal(alone.ScoreRows(), night.Workspace.ScoreRows());
        Assert.Equal(alone.Told.Lines, night.Workspace.Told.Lines);
        Assert.Equal(expected.Tally!.Codes, run.Tally!.Codes);
        Assert.Equal(expected.Tally.SegmentMoves, run.Tally.SegmentMoves);
        Assert.Equal((RunStatus.Done, expected.Tally.RowsWritten), (run.Status, run.Tally.RowsWritten));
        Assert.DoesNotContain(night.Workspace.Tables.Rows, row => row.Partition.Value.StartsWith("s~", StringComparison.Ordinal) || row.Key.Value.StartsWith("q~", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_payload_is_as_large_as_a_kilobyte_and_the_history_stays_short()
    {
        using var night = new Night();
        night.Workspace.SeenPublishedOrders();

        await night.ScoreAsync();

        Assert.All(night.Instance.Payloads, payload => Assert.InRange(payload.Bytes, 1, 300));
        Assert.Equal((3 * 32) + 4, night.Instance.Actions.Count);
        Assert.All(night.Instance.Actions, action => Assert.Contains("up to 6 tries", action.Options, StringComparison.Ordinal));
        Assert.InRange(night.Instance.History.Count, 202, 303);
    }

    [Fact]
    public async Task A_night_reads_no_more_pages_than_its_budget_allows()
    {
        using var night = new Night();
        night.Workspace.SeenPublishedOrders();
        var before = night.Workspace.Tables.Counts;

        await night.ScoreAsync();

        // The recommendations that follow count products in every bucket once, and find none that go together.
        Assert.InRange(night.Workspace.Tables.Counts.Queries - before.Queries, 1, 4 + (4 * 256) + 256 + 100);
    }

    [Fact]
    public async Task The_second_pass_is_left_out_where_no_bin_has_to_be_looked_at()
    {
        using var night = new Night();

        await night.ScoreAsync();

        Assert.DoesNotContain(night.Instance.Actions, action => action.Name == nameof(SelectBuckets));
        Assert.Equal(RunStatus.Done, (await night.RunAsync()).Status);
    }

    [Fact]
    public async Task Progress_shows_in_the_custom_status_and_in_the_run_and_never_goes_back()
    {
        using var night = new Night(seed: 6);
        night.Workspace.SeenPublishedOrders();
        var shown = new List<(RunPhase, int)>();
        night.Workspace.Tables.After = async operation =>
        {
            if (operation.Changes.Any(change => change.Key.Value.StartsWith("r~", StringComparison.Ordinal)))
            {
                var run = await night.RunAsync();
                shown.Add((run.Phase, run.BucketsDone));
            }
        };

        await night.ScoreAsync();

        var statuses = night.Instance.Statuses.Select(text => JsonSerializer.Deserialize<ScoringProgress>(text!)).ToList();
        Assert.Equal(3 * 33, statuses.Count);
        Assert.Equal(new(RunPhase.Scores, 256, 256, 995), statuses[^1]);
        Assert.Equal(statuses.OrderBy(s => s.Phase).ThenBy(s => s.BucketsDone), statuses);
        Assert.Equal(shown.Order(), shown);
        Assert.Equal((RunPhase.Finished, 256), shown[^1]);
        foreach (var phase in new[] { RunPhase.Summaries, RunPhase.Selection, RunPhase.Scores })
        {
            Assert.InRange(shown.Where(s => s.Item1 == phase).Distinct().Count(), 4, 7);
        }
    }

    [Theory]
    [InlineData(10)]
    [InlineData(11)]
    [InlineData(12)]
    public async Task Activities_that_fail_for_a_while_or_run_twice_leave_no_trace(int seed)
    {
        using var calm = new Night();
        using var night = new Night(seed);
        foreach (var each in new[] { calm, night })
        {
            each.Workspace.SeenPublishedOrders();
            await each.Workspace.ScoreAsync(Night.Day.AddDays(-200));
        }

        var chance = new Random(seed);
        night.Hub.Faults.Activities = run => (chance.Next(4), run.Try) switch
        {
            (0, < 6) => ActivityFate.Throws(new IOException("The store is busy.")),
            (1, < 6) => ActivityFate.Dies,
            _ => ActivityFate.Runs,
        };
        await calm.ScoreAsync();
        await night.ScoreAsync();

        Assert.Equal(calm.Workspace.ScoreRows(), night.Workspace.ScoreRows());
        Assert.Equal(calm.Workspace.Told.Lines, night.Workspace.Told.Lines);
        Assert.Equal((await calm.RunAsync()).Tally!.SegmentMoves, (await night.RunAsync()).Tally!.SegmentMoves);
        Assert.Equal((RunStatus.Done, null), ((await night.RunAsync()).Status, (await night.RunAsync()).Reason));
        Assert.Contains(night.Instance.Actions, action => action.Kind == ActionKind.Timer);
        Assert.Empty(await night.Use<RunRows>().WantedAsync(default));
    }

    [Fact]
    public async Task A_step_that_keeps_failing_fails_the_run_after_minutes_and_leaves_no_message_behind()
    {
        using var night = new Night(seed: 7);
        night.Workspace.SeenPublishedOrders();
        night.Workspace.Tables.Before = operation =>
            operation.Partition.Value == "b~80" ? throw new IOException("ada@example.com is not to be stored.") : Task.CompletedTask;
        var start = night.Clock.GetUtcNow();

        await night.ScoreAsync();

        var run = await night.RunAsync();
        Assert.Equal((RunStatus.Failed, "IOException in SummariseBuckets"), (run.Status, run.Reason));
        Assert.Equal(
            new Ending.Failed(typeof(NightlyScoringFailedException).FullName!, "Scoring as of 2006-12-31 failed: IOException in SummariseBuckets."), night.Instance.Ending);
        Assert.InRange(night.Clock.GetUtcNow() - start, TimeSpan.FromSeconds(500), TimeSpan.FromSeconds(600));
        Assert.Empty(await night.Use<RunRows>().WantedAsync(default));

        night.Workspace.Tables.Before = null;
        await night.ScoreAsync();
        Assert.Equal((RunStatus.Done, 2), ((await night.RunAsync()).Status, (await night.RunAsync()).Attempt));
    }

    [Fact]
    public async Task Nothing_is_at_work_any_more_when_a_failure_is_noted()
    {
        using var night = new Night(seed: 8);
        night.Workspace.SeenPublishedOrders();
        night.Hub.Duration = _ => TimeSpan.FromSeconds(1);
        night.Hub.Faults.Activities = run => run switch
        {
            { Name: nameof(ScoreBuckets), InputJson: var input } when input!.Contains("\"First\":8,", StringComparison.Ordinal) => ActivityFate.Throws(new IOException("Gone.")),

            // Tried as often at the same instants, and slower to end than the other is to give up.
            { Name: nameof(ScoreBuckets), InputJson: var input, Try: < 6 } when input!.Contains("\"First\":16,", StringComparison.Ordinal) => ActivityFate.Throws(new IOException("Busy.")),
            { Name: nameof(ScoreBuckets), InputJson: var input, Try: 6 } when input!.Contains("\"First\":16,", StringComparison.Ordinal) => ActivityFate.Dies,
            _ => ActivityFate.Runs,
        };

        await night.ScoreAsync();

        var note = night.Instance.Actions.Single(action => action.Name == nameof(NoteScoringFailure));
        var noted = night.Instance.History.ToList().FindIndex(said => said is HistoryEvent.Scheduled { Action: var action } && action == note);
        var before = night.Instance.History.Take(noted).ToList();
        Assert.Equal(
            before.OfType<HistoryEvent.Scheduled>().Count(),
            before.Count(said => said is HistoryEvent.Completed or HistoryEvent.Failed or HistoryEvent.TimerFired));
        Assert.Equal("IOException in ScoreBuckets", (await night.RunAsync()).Reason);
    }

    private static IEnumerable<string> Sorted(IEnumerable<string[]> rows) => rows.Select(row => string.Join('|', row)).Order(StringComparer.Ordinal);
}
