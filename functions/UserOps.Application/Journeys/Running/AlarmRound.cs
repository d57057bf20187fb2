namespace UserOps.Application.Journeys.Running;

/// <summary>What is due now in all shards.</summary>
internal sealed class AlarmRound(RunAlarms alarms)
{
    /// <summary>Of each kind and shard.</summary>
    public const int Most = 50;

    /// <returns>Alarms by run, in order of time: whatever is left for another round is later than what is here. Wakes wait behind nobody.</returns>
    public async Task<IReadOnlyList<IReadOnlyList<RunAlarm>>> ReadAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var due = new List<RunAlarm>();
        var horizon = now;
        for (var shard = 0; shard < AlarmKeys.Shards; shard++)
        {
            var found = await alarms.DueAsync(shard, now, Most, cancel);
            due.AddRange(found);
            foreach (var timed in found.Where(alarm => alarm.Kind != AlarmKind.Wake).GroupBy(alarm => alarm.Kind))
            {
                // A shard with a full page may have more that are due just after its last.
                if (timed.Count() == Most && timed.Last().At < horizon)
                {
                    horizon = timed.Last().At;
                }
            }
        }

        return [.. due.Where(alarm => alarm.Kind == AlarmKind.Wake || alarm.At <= horizon).OrderBy(alarm => alarm.At).GroupBy(alarm => alarm.RunId).Select(run => run.ToArray())];
    }
}
