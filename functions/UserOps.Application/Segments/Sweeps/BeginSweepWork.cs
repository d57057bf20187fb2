using System.Text;
using UserOps.Application.Paths;
using UserOps.Application.Segments.Reviews;
using UserOps.Domain.Segments;

namespace UserOps.Application.Segments.Sweeps;

/// <summary>What is done about people, by the kind of sweep.</summary>
public sealed class BeginSweepWork(PublishedSegments published, ReviewAlone review, DueReviews due, PreviewUser preview, BeginPathsWork paths, TimeProvider clock)
{
    /// <returns>For one turn of a lane, with what earlier turns came to.</returns>
    public async Task<ISweepWork> RunAsync(Sweep sweep, int lane, CancellationToken cancel) => sweep.Kind switch
    {
        SweepKind.Preview => new PreviewWork(preview, sweep.Segment, await SetAsync(sweep, cancel), sweep.CreatedAt),
        SweepKind.Paths => await paths.RunAsync(sweep, lane, cancel),
        _ => new ReviewWork(review, due, clock),
    };

    /// <summary>The segment that is tried, among those that are published now.</summary>
    private async Task<SegmentSet> SetAsync(Sweep sweep, CancellationToken cancel) =>
        SegmentReader.Read(Encoding.UTF8.GetBytes(sweep.Document!)) is SegmentReading.Of { Segment: var segment }
            ? (await published.RunAsync(cancel)).Trying(segment)
            : throw new InvalidDataException($"Sweep {sweep.Id} tries a segment that this release can't read.");
}
