using System.Text;
using UserOps.Domain;
using UserOps.Domain.Scoring;
using UserOps.Domain.Segments;

namespace UserOps.Application.Segments.Sweeps;

/// <summary>Counts who would be in a segment: at once where that takes about two seconds, else by a sweep.</summary>
public sealed class PreviewSegment(CheckSegment check, PublishedSegments published, SweepAtOnce atOnce, PreviewUser preview, CreateSweep create, TimeProvider clock)
{
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
                var work = new PreviewWork(preview, segment.Key, (await published.ReadAsync(cancel)).Trying(segment), now);
                return await atOnce.RunAsync(_ => work, cancel) is { } counts
                    ? new Previewed.Counted(PreviewView.Of(null, now, counts, Buckets.Count))
                    : new Previewed.Running(await LaterAsync(segment, now, cancel));
            default:
                throw new InvalidOperationException("An unknown reading.");
        }
    }

    private async Task<PreviewView> LaterAsync(SegmentDefinition segment, DateTimeOffset now, CancellationToken cancel)
    {
        var sweep = await create.AskAsync(SweepKind.Preview, segment.Key, Encoding.UTF8.GetString(SegmentWriter.Write(segment)), now, cancel);
        return PreviewView.Of(sweep.Id, now, default, 0);
    }
}
