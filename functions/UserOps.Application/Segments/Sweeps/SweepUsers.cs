using System.Text;
using UserOps.Application.Segments.Reviews;
using UserOps.Application.Storage;
using UserOps.Domain.Segments;

namespace UserOps.Application.Segments.Sweeps;

/// <summary>Some users of a bucket are looked at, or only counted.</summary>
public sealed class SweepUsers(SweepBucket bucket, PublishedSegments published, ReviewAlone review, PreviewUser preview, DueReviews due, TimeProvider clock)
{
    private const int Together = 16;

    /// <param name="from">Null: from the bucket's first.</param>
    /// <returns>Where the next begin; null: there are none.</returns>
    public async Task<(string? Next, SweepCounts Counts)> RunAsync(Sweep sweep, byte number, string? from, CancellationToken cancel)
    {
        var (users, next) = await bucket.ReadAsync(number, sweep.ScoredDay, from, PageOf(sweep), cancel);
        return (next, await CountAsync(sweep, users, cancel));
    }

    /// <summary>Of those that are only looked for, there may be many rows without anybody who is meant.</summary>
    private static int PageOf(Sweep sweep) => sweep.ScoredDay is null ? SweepPart.Most : TableLimits.PageRows;

    private async Task<SweepCounts> CountAsync(Sweep sweep, IReadOnlyList<string> users, CancellationToken cancel)
    {
        var set = sweep.Kind == SweepKind.Preview && users.Count > 0 ? await SetAsync(sweep, cancel) : null;
        var counts = default(SweepCounts);
        foreach (var some in users.Chunk(Together))
        {
            var each = await Task.WhenAll(some.Select(user => TryAsync(sweep, set, user, cancel)));
            counts = each.Aggregate(counts, (sum, one) => sum + one);
        }

        return counts;
    }

    /// <summary>The segment that is tried, among those that are published now.</summary>
    private async Task<SegmentSet> SetAsync(Sweep sweep, CancellationToken cancel) =>
        SegmentReader.Read(Encoding.UTF8.GetBytes(sweep.Document!)) is SegmentReading.Of { Segment: var segment }
            ? (await published.RunAsync(cancel)).With(new(segment.Key, 0, segment.Kind, segment)).Below(segment.Key)
            : throw new InvalidDataException($"Sweep {sweep.Id} tries a segment that this release can't read.");

    private async Task<SweepCounts> TryAsync(Sweep sweep, SegmentSet? set, string user, CancellationToken cancel)
    {
        try
        {
            if (set is not null)
            {
                return await preview.RunAsync(user, sweep.Segment, set, sweep.CreatedAt, cancel);
            }

            await review.RunAsync(user, cancel);
            return new(1, 0, 0, 0, 0);
        }
#pragma warning disable CA1031 // Whatever it is, it must not hold up everybody else.
        catch (Exception) when (!cancel.IsCancellationRequested)
#pragma warning restore CA1031
        {
            // Looked at later, as often as needed.
            await (set is null ? due.SetAsync(user, clock.GetUtcNow(), cancel) : Task.CompletedTask);
            return SweepCounts.OneFailed;
        }
    }
}
