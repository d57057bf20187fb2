using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using UserOps.Application.Scoring;
using UserOps.Functions.Recommendations;

namespace UserOps.Functions.Scoring;

/// <summary>
/// Looks after the night more often than nightly: the hour and the day are decided in the workspace's zone. Also the net for hints that got lost. What was wanted before
/// is started first: the night that is asked for after it brings a hint of its own, and two who start the same day at the same moment are better avoided.
/// </summary>
public sealed class RequestNightlyScoring(StartWantedRuns start, RequestNight request, StartDueRecommendations recommend)
{
    [Function(nameof(RequestNightlyScoring))]
    public async Task RunAsync([TimerTrigger("%NightSchedule%")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancel)
    {
        await start.RunAsync(client, cancel);
        await request.RunAsync(cancel);
        await recommend.RunAsync(client, cancel);
    }
}
