using UserOps.Application.Journeys;
using UserOps.Application.Journeys.Running;

namespace UserOps.Tests.Simulation;

/// <summary>The alarm clock of runs, as every host drives it: whatever is due is advanced, now and then by two at once, and then deleted.</summary>
internal sealed class AlarmWork(Simulation simulation) : IWork
{
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(10);

    private readonly Dictionary<RunAlarm, DateTimeOffset> _notBefore = [];
    private List<RunAlarm> _alarms = [];
    private long _seen = -1;

    public DateTimeOffset? NextDue => Alarms().Select(alarm => (DateTimeOffset?)At(alarm)).Min();

    public bool Begin(SimulatedProcess process)
    {
        var due = Alarms().FindAll(alarm => At(alarm) <= simulation.Now);
        if (due.Count == 0)
        {
            return false;
        }

        // Another instance finds the same row soon, though this one is at it.
        var alarm = due[simulation.Random.Next(due.Count)];
        _notBefore[alarm] = simulation.Now + (simulation.Faults.Rates.Redelivery > 0 && simulation.Random.Next(8) == 0 ? TimeSpan.FromMilliseconds(5) : TimeSpan.FromMinutes(3));
        process.Start($"alarm {alarm.Key}", () => RunAsync(process, alarm), fault =>
        {
            if (fault is not (null or PassingFaultException or ProcessEndedException or TimeoutException))
            {
                simulation.Fail($"Run {alarm.RunId} failed: {fault}");
            }
        });
        return true;
    }

    private static async Task RunAsync(SimulatedProcess process, RunAlarm alarm)
    {
        var alarms = process.Get<RunAlarms>();
        RunProgress progress;
        do
        {
            progress = await process.Get<IAdvanceRuns>().RunAsync(alarm.UserKey, alarm.RunId, default);
        }
        while (progress is RunProgress.Again);

        var now = process.Get<TimeProvider>().GetUtcNow();
        if (progress is RunProgress.Gone && now - alarm.Since < Grace)
        {
            await alarms.PutOffAsync(alarm, now + TimeSpan.FromMinutes(1), alarm.Attempts, alarm.Misses + 1, default);
        }
        else
        {
            await alarms.RemoveAsync(alarm, default);
        }
    }

    private DateTimeOffset At(RunAlarm alarm) => _notBefore.GetValueOrDefault(alarm) is var later && later > alarm.At ? later : alarm.At;

    /// <summary>Read past the processes, since that there is something to do is no fault's business.</summary>
    private List<RunAlarm> Alarms()
    {
        if (simulation.Store.Counts.Commits == _seen)
        {
            return _alarms;
        }

        _seen = simulation.Store.Counts.Commits;
        _alarms = [.. Enumerable.Range(0, AlarmKeys.Shards).SelectMany(shard => simulation.Store.RowsOf(AlarmKeys.Shard(shard))).Select(RunAlarm.Of)];
        foreach (var gone in _notBefore.Keys.Except(_alarms).ToList())
        {
            _notBefore.Remove(gone);
        }

        return _alarms;
    }
}
