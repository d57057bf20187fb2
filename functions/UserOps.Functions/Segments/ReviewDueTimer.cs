using Microsoft.Azure.Functions.Worker;
using UserOps.Application.Segments.Reviews;

namespace UserOps.Functions.Segments;

/// <summary>Stops while the platform still lets it; the next goes on. Two at once do the same twice, which does no harm.</summary>
public sealed class ReviewDueTimer(ReviewDueUsers review, TimeProvider clock)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(4);

    [Function(nameof(ReviewDueUsers))]
    public Task RunAsync([TimerTrigger("%ReviewSchedule%")] TimerInfo timer, CancellationToken cancel) => review.UpToNowAsync(cancel, clock.GetUtcNow() + Longest);
}
