using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using UserOps.Application.Journeys;
using UserOps.Application.Journeys.Running;
using UserOps.Domain;
using UserOps.LocalHost.Storage;

namespace UserOps.Benchmarks.Journeys;

/// <summary>Alarms of waiting runs in a database of its own, and the worker that handles them.</summary>
internal sealed class WaitingRuns : IAdvanceRuns, IDisposable
{
    private const string User = "u~aaaaaaaaaaaaaaaaaaaaaaaaaa";
    private static readonly ParallelOptions Senders = new() { MaxDegreeOfParallelism = 16 };

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("userops-alarms");
    private readonly DataFolder _folder;
    private readonly LocalDatabase _database;
    private readonly MovedClock _clock;
    private readonly RunAlarms _alarms;
    private readonly AlarmWorker _worker;

    private WaitingRuns(int waiting, DateTimeOffset start)
    {
        Waiting = waiting;
        _folder = DataFolder.Open(_directory.FullName);
        _database = LocalDatabase.Open(_folder);
        _clock = new(start);
        _alarms = new(new SqliteTableStore(_database), _clock);
        _worker = new(_alarms, new(_alarms, this, _clock), _clock, NullLogger<AlarmWorker>.Instance);
    }

    public int Waiting { get; }

    public static async Task<WaitingRuns> OpenAsync(int waiting, DateTimeOffset start)
    {
        var runs = new WaitingRuns(waiting, start);
        await Parallel.ForAsync(0, waiting, Senders, async (run, cancel) =>
            await runs._alarms.SetAsync(User, HashText.Of("waiting", $"{run}"), start.AddDays(30).AddSeconds(run), cancel));
        return runs;
    }

    /// <returns>A second.</returns>
    public async Task<double> HandleDueAsync(int due, int round)
    {
        var now = _clock.Now;
        await Parallel.ForAsync(0, due, Senders, async (run, cancel) => await _alarms.SetAsync(User, HashText.Of($"due{round}", $"{run}"), now.AddSeconds(run), cancel));
        _clock.Now = now.AddHours(1);
        var watch = Stopwatch.StartNew();
        while (await _worker.RunOnceAsync(default) <= _clock.Now)
        {
        }

        return due / watch.Elapsed.TotalSeconds;
    }

    public async Task<RunProgress> RunAsync(string userKey, string runId, CancellationToken cancel)
    {
        var next = _clock.Now.AddDays(60);
        await _alarms.SetAsync(userKey, runId, next, cancel);
        await _alarms.ClearAsync(runId, next, cancel);
        return new RunProgress.Ended();
    }

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
        _directory.Delete(recursive: true);
    }

    private sealed class MovedClock(DateTimeOffset start) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = start;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
