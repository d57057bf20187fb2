using System.Collections.Concurrent;
using UserOps.Application.Journeys;
using UserOps.Application.Journeys.Running;
using UserOps.Application.Storage;
using UserOps.Tests.Storage;

namespace UserOps.Tests.Journeys.Running;

/// <summary>
/// Runs that follow a script, for tests of what drives them. They keep the contract of <see cref="IAdvanceRuns"/>: the new alarm is set before the run that relies on it is
/// committed, and the old one cleared after.
/// </summary>
public sealed class ScriptedRuns(MemoryTableStore store, RunAlarms alarms, TimeProvider clock) : IAdvanceRuns
{
    private static readonly TableKey Partition = "scripted";

    private readonly ConcurrentDictionary<string, IReadOnlyList<RunMove>> _scripts = new();
    private readonly ConcurrentDictionary<string, int> _failures = new();

    /// <summary>Which move of which run was done when, in order.</summary>
    public IReadOnlyList<(string Run, int Move, DateTimeOffset At)> Done =>
    [
        .. store.Rows.Where(row => row.Partition == Partition && row.Key.Value.StartsWith("d~", StringComparison.Ordinal))
            .Select(row => (row.Properties.Text("run"), (int)row.Properties.Number("move"), row.Properties.Instant("at"))).OrderBy(done => done.Item3).ThenBy(done => done.Item2),
    ];

    /// <summary>Calls, whatever came of them.</summary>
    public ConcurrentQueue<string> Calls { get; } = [];

    /// <summary>Returns after each move, as a run does that has much to do.</summary>
    public bool OneAtATime { get; set; }

    /// <summary>Called with the run before it looks at anything.</summary>
    public Func<string, Task>? Before { get; set; }

    public void Script(string run, params IReadOnlyList<RunMove> moves) => _scripts[run] = moves;

    public Task InsertAsync(string run) => store.CommitAsync(Partition, [new Change.Insert(Properties(0, 0, clock.GetUtcNow(), null)) { Key = run }], default);

    public Task HearAsync(string run) => store.CommitAsync(Partition, [new Change.Upsert(Application.Storage.Properties.None) { Key = $"h~{run}~{Guid.NewGuid():N}" }], default);

    public async Task<RunProgress> RunAsync(string userKey, string runId, CancellationToken cancel)
    {
        Calls.Enqueue(runId);
        await (Before?.Invoke(runId) ?? Task.CompletedTask);
        while (true)
        {
            if (await store.GetAsync(Partition, runId, cancel) is not { } row)
            {
                return new RunProgress.Gone();
            }

            var script = _scripts[runId];
            var (move, heard, reached, alarm) = Read(row);
            if (move == script.Count)
            {
                return new RunProgress.Ended();
            }

            var (done, until) = script[move] switch
            {
                RunMove.Wait { For: var time } => (clock.GetUtcNow() >= reached + time, reached + time),
                RunMove.WaitForEvent { Timeout: var time } => (await HeardAsync(runId) > heard || clock.GetUtcNow() >= reached + time, reached + time),
                RunMove.Rest => (await HeardAsync(runId) > heard, default(DateTimeOffset?)),
                RunMove.Fail { Times: var times } => (_failures.AddOrUpdate(runId, 1, (_, before) => before + 1) > times ? true : throw new IOException("As scripted."), default),
                _ => (true, default),
            };
            if (!done && until == alarm)
            {
                return until is { } same ? new RunProgress.SleepUntil(same) : new RunProgress.Resting();
            }

            if (!done && until is { } instant)
            {
                await alarms.SetAsync(userKey, runId, instant, cancel);
            }

            var now = clock.GetUtcNow();
            Change change = done
                ? new Change.Replace(Properties(move + 1, Math.Min(heard + 1, await HeardAsync(runId)), now, null), row.ETag) { Key = runId }
                : new Change.Replace(Properties(move, heard, reached, until), row.ETag) { Key = runId };

            // In the same batch, so that none is forgotten where an answer is lost and none is done twice.
            Change[] changes = done ? [change, DoneOnce(runId, move, now)] : [change];
            if (await store.CommitAsync(Partition, changes, cancel) is CommitResult.Conflicted { Index: var index })
            {
                Assert.Equal(0, index);
                continue;
            }

            if (alarm is { } old)
            {
                await alarms.ClearAsync(runId, old, cancel);
            }

            if (done && OneAtATime)
            {
                return new RunProgress.Again();
            }
        }
    }

    private static Change.Insert DoneOnce(string run, int move, DateTimeOffset at) =>
        new(Application.Storage.Properties.Of(new("run", run), new("move", (long)move), new("at", at))) { Key = $"d~{run}~{move:d3}" };

    private static Properties Properties(int move, int heard, DateTimeOffset reached, DateTimeOffset? alarm) => UserOps.Application.Storage.Properties.Of(
        [new("move", (long)move), new("heard", (long)heard), new("reached", reached), .. alarm is { } at ? [new Property("alarm", at)] : Array.Empty<Property>()]);

    private static (int Move, int Heard, DateTimeOffset Reached, DateTimeOffset? Alarm) Read(Row row) =>
        ((int)row.Properties.Number("move"), (int)row.Properties.Number("heard"), row.Properties.Instant("reached"), row.Properties.Find("alarm") as DateTimeOffset?);

    private async Task<int> HeardAsync(string run) => await store.RowsAsync(RowQuery.Prefix(Partition, $"h~{run}~"), default).CountAsync();
}
