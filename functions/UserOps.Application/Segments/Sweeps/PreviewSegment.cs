using System.Diagnostics;
using System.Text;
using UserOps.Domain;
using UserOps.Domain.Scoring;
using UserOps.Domain.Segments;

namespace UserOps.Application.Segments.Sweeps;

/// <summary>Counts who would be in a segment: at once where that takes about two seconds, else by a sweep.</summary>
public sealed class PreviewSegment(CheckSegment check, PublishedSegments published, SweepBucket bucket, PreviewUser preview, SweepRows rows, CreateSweep create, TimeProvider clock)
{
    private const int Part = 500;
    private const int Together = 32;

    /// <summary>How long whoever asks is kept waiting.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(2);

    /// <param name="key">What it is stored under; null: nowhere yet.</param>
    public async Task<Previewed> RunAsync(ReadOnlyMemory<byte> document, string? key, CancellationToken cancel)
    {
        switch (await check.RunAsync(document, key, cancel))
        {
            case SegmentReading.Wrong { Mistakes: var mistakes }:
                return new Previewed.Refused(mistakes);
            case SegmentReading.Of { Segment: { Kind: SegmentKind.Static } }:
                return new Previewed.Refused([new Mistake("/kind", "A static segment is whoever is on its list; there is nothing to preview.")]);
            case SegmentReading.Of { Segment: var segment }:
                var now = clock.GetUtcNow();
                return await AtOnceAsync(segment, now, cancel) is { } counts
                    ? new Previewed.Counted(PreviewView.Of(null, now, counts, Buckets.Count))
                    : new Previewed.Running(await LaterAsync(segment, now, cancel));
            default:
                throw new InvalidOperationException("An unknown reading.");
        }
    }

    /// <returns>Null: there are too many.</returns>
    private async Task<SweepCounts?> AtOnceAsync(SegmentDefinition segment, DateTimeOffset now, CancellationToken cancel)
    {
        var set = (await published.ReadAsync(cancel)).With(new(segment.Key, 0, segment.Kind, segment)).Below(segment.Key);
        var watch = Stopwatch.StartNew();
        var counts = default(SweepCounts);
        for (var number = 0; number < Buckets.Count; number++)
        {
            string? from = null;
            do
            {
                var (users, next) = await bucket.ReadAsync((byte)number, null, from, Part, cancel);
                foreach (var some in users.Chunk(Together))
                {
                    if (watch.Elapsed >= Patience)
                    {
                        return null;
                    }

                    var each = await Task.WhenAll(some.Select(user => preview.RunAsync(user, segment.Key, set, now, cancel)));
                    counts = each.Aggregate(counts, (sum, one) => sum + one);
                }

                from = next;
            }
            while (from is not null);
        }

        return counts;
    }

    private async Task<PreviewView> LaterAsync(SegmentDefinition segment, DateTimeOffset now, CancellationToken cancel)
    {
        var sweep = new Sweep
        {
            Id = Sweep.NewId(),
            Kind = SweepKind.Preview,
            Segment = segment.Key,
            CreatedAt = now,
            NotBefore = now,
            Document = Encoding.UTF8.GetString(SegmentWriter.Write(segment)),
        };
        await rows.AnnounceAsync(sweep.Id, segment.Key, now, cancel);
        await create.RunAsync(sweep, cancel);
        return PreviewView.Of(sweep.Id, now, default, 0);
    }
}
