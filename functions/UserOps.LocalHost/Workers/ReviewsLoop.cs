using UserOps.Application.Segments.Reviews;

namespace UserOps.LocalHost.Workers;

/// <summary>Looks at the segments of those whose instant has come.</summary>
public sealed class ReviewsLoop(ReviewDueUsers review, TimeProvider clock, ILogger<ReviewsLoop> logger) : WorkerLoop(clock, logger)
{
    /// <summary>Somebody's instant may come before the one that was the first when it was looked.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly TimeProvider _clock = clock;

    protected override async Task<DateTimeOffset> RunOnceAsync(CancellationToken cancel)
    {
        var latest = _clock.GetUtcNow() + Longest;
        return await review.RunOnceAsync(cancel) is { } next && next < latest ? next : latest;
    }
}
