using Microsoft.DurableTask;

namespace UserOps.Functions.Scoring;

internal static class Retries
{
    /// <summary>
    /// After 5, 15, 45, 135 and 300 seconds: about eight minutes, which outlasts a deployment, a storage account's failing over to another node and the throttling of
    /// a busy one. The store's own retries come before.
    /// </summary>
    public static readonly TaskOptions Options = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: 6, firstRetryInterval: TimeSpan.FromSeconds(5), backoffCoefficient: 3, maxRetryInterval: TimeSpan.FromMinutes(5)));
}
