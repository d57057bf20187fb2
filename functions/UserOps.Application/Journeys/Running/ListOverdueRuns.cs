namespace UserOps.Application.Journeys.Running;

public sealed class ListOverdueRuns(WatchOverdueRuns watch, JourneyRunRows runs)
{
    public async Task<OverduePage> RunAsync(CancellationToken cancel)
    {
        var overdue = await watch.RunAsync(cancel);
        var named = new List<OverdueRun>();
        foreach (var alarm in overdue.First)
        {
            var found = await runs.FindAsync(alarm.UserKey, alarm.RunId, cancel);
            named.Add(new(alarm.RunId, found?.Run.Journey, alarm.Since, alarm.Attempts));
        }

        return new(overdue.Count, named);
    }
}
