namespace UserOps.Application.Journeys.Running;

public sealed class ListOverdueRuns(WatchOverdueRuns watch)
{
    public async Task<OverduePage> RunAsync(CancellationToken cancel)
    {
        var overdue = await watch.RunAsync(cancel);
        return new(overdue.Count, [.. overdue.First.Select(alarm => new OverdueRun(alarm.RunId, null, alarm.Since, alarm.Attempts))]);
    }
}
