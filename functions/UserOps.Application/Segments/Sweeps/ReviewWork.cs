using UserOps.Application.Segments.Reviews;

namespace UserOps.Application.Segments.Sweeps;

/// <summary>Has people's segments looked at; of those who break later, as often as needed.</summary>
internal sealed class ReviewWork(ReviewAlone review, DueReviews due, TimeProvider clock) : ISweepWork
{
    public async Task<SweepCounts> RunAsync(IReadOnlyList<string> users, CancellationToken cancel)
    {
        var each = await EachUser.RunAsync(users, ReviewAsync, PutOffAsync, cancel);
        return each.Aggregate((sum, one) => sum + one);

        async Task<SweepCounts> ReviewAsync(string user)
        {
            await review.RunAsync(user, cancel);
            return new(1, 0, 0, 0, 0);
        }

        async Task<SweepCounts> PutOffAsync(string user)
        {
            await due.SetAsync(user, clock.GetUtcNow(), cancel);
            return SweepCounts.OneFailed;
        }
    }
}
