using Microsoft.DurableTask.Client;
using UserOps.Application.Recommendations;
using UserOps.Application.Scoring;
using UserOps.Application.Settings;
using UserOps.Functions.Scoring;

namespace UserOps.Functions.Recommendations;

/// <summary>Starts the orchestration when a run is due. There is one instance, so no two are at work; called as often as one likes.</summary>
public sealed class StartDueRecommendations(StartRecommendations recommendations, RunRows runs, UserOpsSettings settings, TimeProvider time)
{
    public const string Instance = "recommendations";

    public async Task RunAsync(DurableTaskClient client, CancellationToken cancel)
    {
        // The end of a scoring that is still wanted looks again.
        if ((await runs.WantedAsync(cancel)).Count > 0 || !await recommendations.IsDueAsync(cancel))
        {
            return;
        }

        if (await Orchestrations.FindAtWorkAsync(client, Instance, cancel) is not { } atWork)
        {
            await Orchestrations.StartAsync(client, nameof(NightlyRecommendations), settings.Scoring.ActivitiesAtOnce, Instance, cancel);
        }
        else if (time.GetUtcNow() - atWork.LastUpdatedAt > Orchestrations.Patience)
        {
            // It waits for something that was lost; a later look finds it ended.
            await client.TerminateInstanceAsync(Instance, cancel);
        }
    }
}
