using UserOps.Domain.Journeys;

namespace UserOps.Application.Messages.Sending;

/// <summary>When to try a provider again that was not reached: eight times in about eight hours, then it is given up.</summary>
internal static class Patience
{
    private static readonly int[] Minutes = [1, 5, 15, 30, 60, 120, 240];

    /// <returns>Null: give up.</returns>
    public static TimeSpan? After(JourneyRun run) => run.Attempts < Minutes.Length ? TimeSpan.FromMinutes(Minutes[run.Attempts]) : null;
}
