using UserOps.Application.Scoring;
using UserOps.Tests.Storage;

namespace UserOps.Tests.Scoring;

/// <summary>Asking for a day while its run ends: the request either joins what is still to come or is a run of its own, and is never forgotten.</summary>
public sealed class WantedAgainTests : IDisposable
{
    private static readonly DateOnly Day = new(2026, 3, 1);
    private readonly Workspace _workspace = new();

    public WantedAgainTests() => _workspace.Seen("a", Day, Workspace.Order(Day, 100));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_day_asked_for_at_any_write_after_its_publication_is_scored_again(bool after)
    {
        for (var write = 0; ; write++)
        {
            using var workspace = new Workspace();
            workspace.Seen("a", Day, Workspace.Order(Day, 100));
            await workspace.Use<RequestRun>().RunAsync(Day, default);
            var asked = AskOncePublished(workspace, write, after);

            await workspace.ScoreAsync(Day);

            if (!asked())
            {
                Assert.InRange(write, 2, 10);
                return;
            }

            await RunsAgainAsync(workspace);
        }
    }

    [Fact]
    public async Task A_day_asked_for_while_its_failure_is_noted_is_scored_again()
    {
        await _workspace.Use<RequestRun>().RunAsync(Day, default);
        await _workspace.Use<StartRun>().RunAsync(Day, default);
        var commits = 0;
        _workspace.Tables.After = async operation =>
        {
            if (operation.Kind == StoreOperationKind.Commit && ++commits == 1)
            {
                await _workspace.Use<RequestRun>().RunAsync(Day, default);
            }
        };

        await _workspace.Use<FailRun>().RunAsync(Day, "IOException", 3, final: true, default);
        _workspace.Tables.After = null;

        Assert.Equal((2, RunStatus.Requested), await StandAsync(_workspace));
        await RunsAgainAsync(_workspace);
    }

    [Fact]
    public async Task A_failed_run_is_no_longer_wanted()
    {
        await _workspace.Use<RequestRun>().RunAsync(Day, default);
        await _workspace.Use<FailRun>().RunAsync(Day, "IOException", 3, final: true, default);

        Assert.Equal((1, RunStatus.Failed), await StandAsync(_workspace));
        Assert.Empty(await _workspace.Use<RunRows>().WantedAsync(default));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_request_that_joins_a_run_whose_mark_is_gone_puts_it_back(bool started)
    {
        await _workspace.Use<RequestRun>().RunAsync(Day, default);
        if (started)
        {
            await _workspace.Use<StartRun>().RunAsync(Day, default);
        }

        await _workspace.Tables.CommitAsync(RunRows.Partition, [new Application.Storage.Change.Delete { Key = "q~2026-03-01" }], default);

        Assert.True(Assert.IsType<RunRequested.Accepted>(await _workspace.Use<RequestRun>().RunAsync(Day, default)).Joined);
        await _workspace.Use<ScoringWorker>().RunOnceAsync(default);

        Assert.Equal((1, RunStatus.Done), await StandAsync(_workspace));
    }

    [Fact]
    public async Task A_request_that_joins_leaves_the_count_of_tries_alone()
    {
        await _workspace.Use<RequestRun>().RunAsync(Day, default);
        await _workspace.Use<FailRun>().RunAsync(Day, "IOException", 2, final: false, default);

        await _workspace.Use<RequestRun>().RunAsync(Day, default);

        Assert.Equal([(Day, 2)], await _workspace.Use<RunRows>().WantedAsync(default));
    }

    [Fact]
    public async Task A_request_overtaken_by_the_end_of_the_run_it_would_join_starts_another()
    {
        await _workspace.Use<RequestRun>().RunAsync(Day, default);
        var ended = false;
        _workspace.Tables.After = async operation =>
        {
            if (!ended && operation.Kind == StoreOperationKind.Get && operation.Row?.Value == "r~2026-03-01")
            {
                ended = true;
                await _workspace.ScoreAsync(Day);
            }
        };

        var asked = Assert.IsType<RunRequested.Accepted>(await _workspace.Use<RequestRun>().RunAsync(Day, default));

        Assert.Equal((false, 2), (asked.Joined, asked.Run.Attempt));
        await RunsAgainAsync(_workspace);
    }

    public void Dispose() => _workspace.Dispose();

    /// <summary>Asks for the day at the given write that follows the publication, before or after it.</summary>
    /// <returns>Whether it came to that.</returns>
    private static Func<bool> AskOncePublished(Workspace workspace, int write, bool after)
    {
        var (published, asking, asked, seen) = (false, false, false, 0);
        async Task Hook(StoreOperation operation)
        {
            if (asking || asked || operation.Kind != StoreOperationKind.Commit || !published || seen++ != write)
            {
                return;
            }

            asking = true;
            await workspace.Use<RequestRun>().RunAsync(Day, default);
            (asking, asked) = (false, true);
        }

        workspace.Tables.Before = operation => after ? Task.CompletedTask : Hook(operation);
        workspace.Tables.After = async operation =>
        {
            published |= operation.Changes.Any(change => change.Key.Value == "latest");
            if (after)
            {
                await Hook(operation);
            }
        };
        return () => asked;
    }

    private static async Task RunsAgainAsync(Workspace workspace)
    {
        await workspace.Use<ScoringWorker>().RunOnceAsync(default);

        Assert.Equal((2, RunStatus.Done), await StandAsync(workspace));
        Assert.Empty(await workspace.Use<RunRows>().WantedAsync(default));
    }

    private static async Task<(int Attempt, RunStatus Status)> StandAsync(Workspace workspace) =>
        await workspace.Use<RunRows>().GetAsync(Day, default) is var run ? (run.Attempt, run.Status) : default;
}
