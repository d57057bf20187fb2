using System.Globalization;
using Microsoft.DurableTask;

namespace UserOps.Functions.Tests.Durable;

/// <summary>
/// Retries as the SDK makes them: part of the orchestration, with durable timers between tries. A policy's <c>HandleFailure</c> can't be read from outside and is not
/// modelled.
/// </summary>
internal static class RetryRules
{
    public static async Task<T> RunAsync<T>(TaskOrchestrationContext context, TaskOptions? options, Func<Task<T>> attempt)
    {
        var firstAttempt = context.CurrentUtcDateTime;
        for (var tried = 1; ; tried++)
        {
            try
            {
                return await attempt();
            }
            catch (TaskFailedException e)
            {
                if (!await AgainAsync(context, options?.Retry, tried, firstAttempt, e.FailureDetails))
                {
                    throw;
                }
            }
        }
    }

    public static string Text(TaskOptions? options)
    {
        var parts = new List<string>();
        if (options?.Retry?.Policy is { } policy)
        {
            parts.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"up to {policy.MaxNumberOfAttempts} tries, {policy.FirstRetryInterval} × {policy.BackoffCoefficient} up to {policy.MaxRetryInterval}, within {policy.RetryTimeout}"));
        }

        if (options?.Retry?.Handler is not null)
        {
            parts.Add("tries by a handler");
        }

        parts.AddRange((options?.Tags ?? new Dictionary<string, string>()).OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => $"{tag.Key}={tag.Value}"));
        return string.Join("; ", parts);
    }

    private static async Task<bool> AgainAsync(TaskOrchestrationContext context, TaskRetryOptions? retry, int tried, DateTime firstAttempt, TaskFailureDetails failure)
    {
        if (retry?.Handler is { } handler)
        {
            return await handler(new(context, tried, failure, context.CurrentUtcDateTime - firstAttempt, default));
        }

        if (retry?.Policy is not { } policy
            || tried >= policy.MaxNumberOfAttempts
            || (policy.RetryTimeout != Timeout.InfiniteTimeSpan && context.CurrentUtcDateTime >= firstAttempt + policy.RetryTimeout))
        {
            return false;
        }

        var milliseconds = policy.FirstRetryInterval.TotalMilliseconds * Math.Pow(policy.BackoffCoefficient, tried - 1);
        var delay = milliseconds < policy.MaxRetryInterval.TotalMilliseconds ? TimeSpan.FromMilliseconds(milliseconds) : policy.MaxRetryInterval;
        await context.CreateTimer(delay, default);
        return true;
    }
}
