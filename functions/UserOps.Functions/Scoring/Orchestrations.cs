using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace UserOps.Functions.Scoring;

/// <summary>Starting orchestrations of which there is to be one at a time.</summary>
internal static class Orchestrations
{
    /// <summary>Many times what the longest step with its retries takes: an orchestration that said nothing for so long waits for something that was lost.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(6);

    /// <returns>Null: there is none, or it has ended.</returns>
    public static async Task<OrchestrationMetadata?> FindAtWorkAsync(DurableTaskClient client, string instance, CancellationToken cancel) =>
        await client.GetInstanceAsync(instance, cancel) is { IsCompleted: false } atWork ? atWork : null;

    public static async Task StartAsync(DurableTaskClient client, string name, object input, string instance, CancellationToken cancel)
    {
        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(name, input, new StartOrchestrationOptions(instance), cancel);
        }
        catch (Exception) when (!cancel.IsCancellationRequested)
        {
            // Somebody else was faster; which exception says so depends on the backend.
            if (await FindAtWorkAsync(client, instance, cancel) is null)
            {
                throw;
            }
        }
    }
}
