using UserOps.Application.Scoring;

namespace UserOps.Tests.Scoring;

/// <summary>Of two drivers at the same run the one that started last has it; what the other still says changes nothing.</summary>
public sealed class HeldRunTests : IDisposable
{
    private static readonly DateOnly Day = new(2026, 3, 1);
    private readonly Workspace _workspace = new();

    [Fact]
    public async Task Progress_that_is_told_late_or_by_an_overtaken_driver_is_not_shown()
    {
        await StartAsync("a");
        await StartAsync("b");

        await NoteAsync("b", RunPhase.Selection, 64, 640);
        await NoteAsync("b", RunPhase.Selection, 32, 320);
        await NoteAsync("b", RunPhase.Summaries, 96, 960);
        await NoteAsync("a", RunPhase.Scores, 128, 1_280);

        var run = await RunAsync();
        Assert.Equal((RunPhase.Selection, 64, 640), (run.Phase, run.BucketsDone, run.UsersSeen));
        await NoteAsync("b", RunPhase.Scores, 0, 0);
        Assert.Equal(RunPhase.Scores, (await RunAsync()).Phase);
    }

    [Fact]
    public async Task Progress_of_a_run_that_was_asked_for_again_is_not_shown()
    {
        await StartAsync("a");
        await _workspace.Use<FailRun>().RunAsync(Day, "IOException", 1, final: true, default, "a");
        await _workspace.Use<RequestRun>().RunAsync(Day, default);

        await NoteAsync("a", RunPhase.Scores, 128, 1_280);

        Assert.Equal((RunStatus.Requested, RunPhase.Waiting), ((await RunAsync()).Status, (await RunAsync()).Phase));
    }

    [Fact]
    public async Task A_driver_that_was_overtaken_fails_nobody_elses_run()
    {
        await StartAsync("a");
        await StartAsync("b");

        await _workspace.Use<FailRun>().RunAsync(Day, "IOException", 1, final: true, default, "a");

        Assert.Equal((RunStatus.Running, null), ((await RunAsync()).Status, (await RunAsync()).Reason));
        Assert.Single(await _workspace.Use<RunRows>().WantedAsync(default));
    }

    [Fact]
    public async Task A_run_begun_anew_while_it_is_published_is_left_to_who_began_it()
    {
        _workspace.Seen("a", Day, Workspace.Order(Day, 100));
        var begun = false;
        _workspace.Tables.Before = async operation =>
        {
            if (!begun && operation.Changes.Any(change => change.Key.Value == "latest"))
            {
                begun = true;
                await StartAsync("b");
            }
        };

        var run = await _workspace.ScoreAsync(Day);

        Assert.Equal((RunStatus.Running, "b"), (run.Status, run.HeldBy));
        Assert.Single(await _workspace.Use<RunRows>().WantedAsync(default));
        Assert.Contains(_workspace.Tables.Rows, row => row.Partition.Value.StartsWith("s~", StringComparison.Ordinal));
    }

    public void Dispose() => _workspace.Dispose();

    private Task<ScoringRun> StartAsync(string driver) => _workspace.Use<StartRun>().RunAsync(Day, default, driver);

    private Task NoteAsync(string driver, RunPhase phase, int done, long users) =>
        _workspace.Use<NoteProgress>().RunAsync(Day, new(phase, done, 256, users), default, driver);

    private Task<ScoringRun> RunAsync() => _workspace.Use<RunRows>().GetAsync(Day, default);
}
