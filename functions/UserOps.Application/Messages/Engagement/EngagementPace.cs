using System.Threading.RateLimiting;

namespace UserOps.Application.Messages.Engagement;

/// <summary>
/// How much work links of one person's may cause here: 120 requests a minute. Whoever has a link can call it again and again, so beyond that clicks still lead on and pixels are
/// still shown, but nothing is recorded. Unsubscribing is never held back. One process knows nothing of another.
/// </summary>
public sealed class EngagementPace : IDisposable
{
    public const int PerMinute = 120;

    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(userKey => RateLimitPartition.GetFixedWindowLimiter(
        userKey, _ => new FixedWindowRateLimiterOptions { PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));

    public bool Permits(string userKey)
    {
        using var lease = _limiter.AttemptAcquire(userKey);
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();
}
