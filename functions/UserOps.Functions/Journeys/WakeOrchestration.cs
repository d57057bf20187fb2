using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace UserOps.Functions.Journeys;

/// <summary>
/// Has a run's orchestration go on: tells the one that is at work, or starts one under the run's id. As often as one likes; what gets lost between two of its steps is made
/// up for by the alarm's row.
/// </summary>
public sealed class WakeOrchestration
{
    public async Task RunAsync(DurableTaskClient client, JourneyRunV1Input run, CancellationToken cancel)
    {
        if (await IsAtWorkAsync(client, run, cancel))
        {
            await TellAsync(client, run, cancel);
            return;
        }

        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(nameof(JourneyRunV1), run, new StartOrchestrationOptions(run.RunId), cancel);
        }
        catch (Exception) when (!cancel.IsCancellationRequested)
        {
            // Somebody else was faster; which exception says so depends on the backend.
            if (!await IsAtWorkAsync(client, run, cancel))
            {
                throw;
            }

            await TellAsync(client, run, cancel);
        }
    }

    private static Task TellAsync(DurableTaskClient client, JourneyRunV1Input run, CancellationToken cancel) =>
        client.RaiseEventAsync(run.RunId, JourneyRunV1.Wake, cancellation: cancel);

    private static async Task<bool> IsAtWorkAsync(DurableTaskClient client, JourneyRunV1Input run, CancellationToken cancel) =>
        await client.GetInstanceAsync(run.RunId, cancel) is { IsCompleted: false };
}
