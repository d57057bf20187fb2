using UserOps.Application.Journeys;
using UserOps.Application.Journeys.Running;
using UserOps.Application.Storage;

namespace UserOps.Tests.Simulation;

/// <summary>The alarm clock of runs, as every host drives it: whatever is due is advanced and then deleted; under some seeds now and then by two at once.</summary>
internal sealed class AlarmWork(Simulation simulation) : IWork
{
    private readonly Dictionary<RunAlarm, DateTimeOffset> _notBefore = [];
    private readonly HashSet<string> _inHand = [];
    private readonly HashSet<TableKey> _written = [];
    private readonly SortedDictionary<TableKey, List<RunAlarm>> _byShard = [];
    private List<RunAlarm> _alarms = [];

    /// <summary>Null: to be looked for anew.</summary>
    private DateTimeOffset? _next;

    public DateTimeOffset? NextDue
    {
        get
        {
            var alarms = Alarms();
            _next ??= alarms.Count == 0 ? DateTimeOffset.MaxValue : alarms.Min(At);
            return _next == DateTimeOffset.MaxValue ? null : _next;
        }
    }

    /// <summary>Something was written there.</summary>
    public void Note(TableKey partition)
    {
        if (partition.Value.StartsWith(AlarmKeys.Partitions, StringComparison.Ordinal))
        {
            _written.Add(partition);
        }
    }

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

        _next = null;
        process.Start($"alarm {alarm.Key}", () => RunAsync(process, alarm), fault =>
        {
            _next = null;
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
        if (_written.Count == 0)
        {
            return _alarms;
        }

        foreach (var shard in _written)
        {
            _byShard[shard] = [.. simulation.Store.RowsOf(shard).Select(RunAlarm.Of)];
        }

        _written.Clear();
        _next = null;
        _alarms = [.. _byShard.Values.SelectMany(alarms => alarms)];
        foreach (var gone in _notBefore.Keys.Except(_alarms).ToList())
        {
            _notBefore.Remove(gone);
        }

        return _alarms;
    }
}
