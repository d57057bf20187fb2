using System.Diagnostics;

namespace UserOps.Application.Segments.Sweeps;

/// <summary>Goes through everybody while somebody waits for the answer, in the order in which a sweep's lanes do.</summary>
public sealed class SweepAtOnce(SweepBucket bucket)
{
    private const int Part = 500;
    private const int Together = 32;

    /// <summary>How long whoever asks is kept waiting.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(2);

    /// <param name="work">Of each lane.</param>
    /// <returns>Null: there are too many, or of some the sweep has to try again.</returns>
    public async Task<SweepCounts?> RunAsync(Func<int, ISweepWork> work, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        var counts = default(SweepCounts);
        for (var lane = 0; lane < Sweep.Lanes; lane++)
        {
            var inLane = work(lane);
            for (var number = 0; number < SweepLane.Share; number++)
            {
                if (await BucketAsync((byte)((lane * SweepLane.Share) + number), inLane, watch, cancel) is not { Failed: 0 } some)
                {
                    return null;
                }

                counts += some;
            }
        }

        return counts;
    }

    private async Task<SweepCounts?> BucketAsync(byte number, ISweepWork work, Stopwatch watch, CancellationToken cancel)
    {
        var counts = default(SweepCounts);
        string? from = null;
        do
        {
            var (users, next) = await bucket.ReadAsync(number, null, from, Part, cancel);
            foreach (var some in users.Chunk(Together))
            {
                if (watch.Elapsed >= Patience)
                {
                    return null;
                }

                counts += await work.RunAsync(some, cancel);
            }

            from = next;
        }
        while (from is not null);
        return counts;
    }
}
