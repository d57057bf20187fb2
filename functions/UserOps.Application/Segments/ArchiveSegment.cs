using UserOps.Application.Segments.Sweeps;

namespace UserOps.Application.Segments;

/// <summary>Lets everybody out of a segment that nothing names any more.</summary>
public sealed class ArchiveSegment(SegmentRows rows, FindSegmentUses uses, JourneysUnderWay underWay, PublishedSegments published, BackFill backFill, TimeProvider time)
{
    public async Task<SegmentArchived> RunAsync(string key, CancellationToken cancel)
    {
        while (true)
        {
            var graph = await rows.GraphAsync(cancel);
            if (await rows.FindAsync(key, cancel) is not { } found)
            {
                return new SegmentArchived.Unknown();
            }

            var (head, etag) = found;
            if (head.State == SegmentState.Archived)
            {
                return new SegmentArchived.Done(head);
            }

            await underWay.StopAsync(cancel);
            if (await uses.RunAsync(key, cancel) is { None: false } by)
            {
                return new SegmentArchived.InUse(by);
            }

            var sweep = await backFill.AnnounceAsync(key, cancel);
            var after = head with { State = SegmentState.Archived, ArchivedAt = time.GetUtcNow(), Sweep = sweep };
            if (await rows.WriteAsync(after, etag, graph, null, cancel))
            {
                published.Forget();
                await backFill.RunAsync(sweep, key, cancel);
                return new SegmentArchived.Done(after);
            }
        }
    }
}
