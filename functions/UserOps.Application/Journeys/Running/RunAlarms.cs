using UserOps.Application.Storage;

namespace UserOps.Application.Journeys.Running;

/// <summary>
/// Alarms of runs, as rows. One too many does no harm, a missing one does: so an alarm is set before the run that relies on it is committed, and cleared after the run
/// that no longer does.
/// </summary>
public sealed class RunAlarms(ITableStore tables, TimeProvider clock)
{
    /// <summary>Has the run woken at an instant, which may be past.</summary>
    public Task SetAsync(string userKey, string runId, DateTimeOffset at, CancellationToken cancel) =>
        tables.CommitAsync(AlarmKeys.ShardOf(runId), [new Change.Upsert(RunAlarm.Due(userKey)) { Key = AlarmKeys.Due(runId, at) }], cancel);

    /// <returns>Null: it is not there.</returns>
    public async Task<RunAlarm?> FindAsync(string runId, DateTimeOffset at, CancellationToken cancel) =>
        await tables.GetAsync(AlarmKeys.ShardOf(runId), AlarmKeys.Due(runId, at), cancel) is { } row ? RunAlarm.Of(row) : null;

    /// <summary>Of a run that relies on none any more. One that is not there is fine.</summary>
    public Task ClearAsync(string runId, DateTimeOffset at, CancellationToken cancel) =>
        tables.CommitAsync(AlarmKeys.ShardOf(runId), [new Change.Delete { Key = AlarmKeys.Due(runId, at) }], cancel);

    /// <summary>Has the run woken as soon as possible. Each call gives the row another ETag, so that whoever was about to delete it finds that there is a later wake.</summary>
    public Task WakeAsync(string userKey, string runId, CancellationToken cancel) =>
        tables.CommitAsync(AlarmKeys.ShardOf(runId), [new Change.Upsert(RunAlarm.Wake(userKey, clock.GetUtcNow())) { Key = AlarmKeys.Wake(runId) }], cancel);

    public async Task<RunAlarm?> FindWakeAsync(string runId, CancellationToken cancel) =>
        await tables.GetAsync(AlarmKeys.ShardOf(runId), AlarmKeys.Wake(runId), cancel) is { } row ? RunAlarm.Of(row) : null;

    /// <summary>Up to <paramref name="most"/> of each kind that are due: wakes, then the due in order of time, then the late likewise.</summary>
    /// <param name="shard">0 to 15.</param>
    public async Task<IReadOnlyList<RunAlarm>> DueAsync(int shard, DateTimeOffset now, int most, CancellationToken cancel)
    {
        var partition = AlarmKeys.Shard(shard);
        return
        [
            .. await ReadAsync(AlarmKeys.WakesOf(partition, most), most, cancel),
            .. await ReadAsync(AlarmKeys.DueBy(partition, now, most), most, cancel),
            .. await ReadAsync(AlarmKeys.LateBy(partition, now, most), most, cancel),
        ];
    }

    /// <summary>When the first alarm of all is to be handled, which may be past; null: there is none.</summary>
    public async Task<DateTimeOffset?> NextAsync(CancellationToken cancel)
    {
        DateTimeOffset? next = null;
        for (var shard = 0; shard < AlarmKeys.Shards; shard++)
        {
            var partition = AlarmKeys.Shard(shard);
            foreach (var query in new[] { AlarmKeys.WakesOf(partition, 1), AlarmKeys.AllDue(partition, 1), AlarmKeys.AllLate(partition, 1) })
            {
                if (await ReadAsync(query, 1, cancel) is [{ At: var at }] && !(at >= next))
                {
                    next = at;
                }
            }
        }

        return next;
    }

    /// <param name="olderThan">Alarms that were to be handled at this instant or before count.</param>
    /// <param name="most">How many to name.</param>
    public async Task<OverdueRuns> OverdueAsync(DateTimeOffset olderThan, int most, CancellationToken cancel)
    {
        var found = new List<RunAlarm>();
        for (var shard = 0; shard < AlarmKeys.Shards; shard++)
        {
            var partition = AlarmKeys.Shard(shard);
            foreach (var query in new[] { AlarmKeys.WakesOf(partition, TableLimits.PageRows), AlarmKeys.DueBy(partition, olderThan, TableLimits.PageRows), AlarmKeys.AllLate(partition, TableLimits.PageRows) })
            {
                // One whose run is missing is on its way out, and nobody waits for it.
                found.AddRange((await ReadAsync(query, TableLimits.PageRows, cancel)).Where(alarm => alarm.Since <= olderThan && alarm.Misses == 0));
            }
        }

        RunAlarm[] runs = [.. found.OrderBy(alarm => alarm.Since).ThenBy(alarm => alarm.RunId, StringComparer.Ordinal).DistinctBy(alarm => alarm.RunId)];
        return new(runs.Length, runs is [{ Since: var oldest }, ..] ? oldest : null, [.. runs.Take(most)]);
    }

    /// <summary>It is done with. One that was written anew meanwhile stays.</summary>
    /// <returns>False: it stays, or was deleted by somebody else.</returns>
    public async Task<bool> RemoveAsync(RunAlarm alarm, CancellationToken cancel) =>
        await tables.CommitAsync(AlarmKeys.ShardOf(alarm.RunId), [new Change.Delete(alarm.ETag) { Key = alarm.Key }], cancel) is CommitResult.Committed;

    /// <summary>Moves it to a later instant, under its ETag.</summary>
    /// <returns>False: it was written anew or deleted meanwhile, and nothing was written.</returns>
    public async Task<bool> PutOffAsync(RunAlarm alarm, DateTimeOffset until, int attempts, int misses, CancellationToken cancel)
    {
        var later = alarm with { Kind = AlarmKind.Late, At = until, Attempts = attempts, Misses = misses };
        Change[] changes = later.Key == alarm.Key
            ? [new Change.Replace(later.Late(), alarm.ETag) { Key = alarm.Key }]
            : [new Change.Delete(alarm.ETag) { Key = alarm.Key }, new Change.Upsert(later.Late()) { Key = later.Key }];
        return await tables.CommitAsync(AlarmKeys.ShardOf(alarm.RunId), changes, cancel) is CommitResult.Committed;
    }

    /// <summary>Has the run woken later on, whether the alarm is still there or not.</summary>
    public Task SetLateAsync(RunAlarm alarm, DateTimeOffset until, int attempts, CancellationToken cancel)
    {
        var later = alarm with { Kind = AlarmKind.Late, At = until, Attempts = attempts };
        return tables.CommitAsync(AlarmKeys.ShardOf(alarm.RunId), [new Change.Upsert(later.Late()) { Key = later.Key }], cancel);
    }

    /// <summary>Makes it a wake and counts it, for a driver that knows the run and not this alarm. One that was written anew meanwhile stays as it is.</summary>
    public Task HurryAsync(RunAlarm alarm, CancellationToken cancel)
    {
        var wake = RunAlarm.Wake(alarm.UserKey, alarm.Since, alarm.Attempts + 1);
        Change[] changes = alarm.Kind == AlarmKind.Wake
            ? [new Change.Replace(wake, alarm.ETag) { Key = alarm.Key }]
            : [new Change.Delete(alarm.ETag) { Key = alarm.Key }, new Change.Upsert(wake) { Key = AlarmKeys.Wake(alarm.RunId) }];
        return tables.CommitAsync(AlarmKeys.ShardOf(alarm.RunId), changes, cancel);
    }

    private async Task<List<RunAlarm>> ReadAsync(RowQuery query, int most, CancellationToken cancel) =>
        await tables.RowsAsync(query, cancel).Take(most).Select(RunAlarm.Of).ToListAsync(cancel);
}
