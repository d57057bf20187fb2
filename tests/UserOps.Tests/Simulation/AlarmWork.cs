using UserOps.Application.Journeys;
using UserOps.Application.Journeys.Running;

namespace UserOps.Tests.Simulation;

/// <summary>The alarm clock of runs, as every host drives it: whatever is due is advanced and then deleted; under some seeds now and then by two at once.</summary>
internal sealed class AlarmWork(Simulation simulation) : IWork
{
    private readonly Dictionary<RunAlarm, DateTimeOffset> _notBefore = [];
    private readonly HashSet<string> _inHand = [];
    private List<RunAlarm> _alarms = [];
    private long _seen = -1;

    public DateTimeOffset? NextDue => Alarms().Select(alarm => (DateTimeOffset?)At(alarm)).Where(at => at < DateTimeOffset.MaxValue).Min();

    public bool Begin(SimulatedProcess process)
    {
        var due = Alarms().FindAll(alarm => At(alarm) <= simulation.Now);
        if (due.Count == 0)
        {
            return false;
        }

        var alarm = due[simulation.Random.Next(due.Count)];
        var doubled = simulation.TwoClocks && simulation.Random.Next(8) == 0;
        _notBefore[alarm] = doubled ? simulation.Now + TimeSpan.FromMilliseconds(5) : DateTimeOffset.MaxValue;
        if (!simulation.TwoClocks)
        {
            _inHand.Add(alarm.RunId);
        }

        process.Start($"alarm {alarm.Key}", () => RunAsync(process, alarm), fault =>
        {
            _inHand.Remove(alarm.RunId);
            _notBefore[alarm] = simulation.Now + TimeSpan.FromSeconds(1);
            if (fault is not (null or PassingFaultException or ProcessEndedException or TimeoutException))
            {
                simulation.Fail($"Run {alarm.RunId} failed: {fault}");
            }
        });
        return true;
    }

    /// <summary>As <see cref="AlarmWorker"/> does it for each run of a round, which takes a thread for each.</summary>
    private static async Task RunAsync(SimulatedProcess process, RunAlarm alarm)
    {
        var alarms = process.Get<RunAlarms>();
        var progress = await process.Get<DriveRun>().RunAsync(alarm.UserKey, alarm.RunId, default);
        var now = process.Get<TimeProvider>().GetUtcNow();
        if (progress is RunProgress.Gone && now - alarm.Since < DriveRun.Grace)
        {
            await alarms.PutOffAsync(alarm, now + TimeSpan.FromMinutes(1), alarm.Attempts, alarm.Misses + 1, default);
        }
        else if (alarm.Kind != AlarmKind.Wake || progress is RunProgress.Gone)
        {
            await alarms.RemoveAsync(alarm, default);
        }
    }

    private DateTimeOffset At(RunAlarm alarm) => _inHand.Contains(alarm.RunId) ? DateTimeOffset.MaxValue : _notBefore.GetValueOrDefault(alarm) is var later && later > alarm.At ? later : alarm.At;

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
