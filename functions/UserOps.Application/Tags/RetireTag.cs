using UserOps.Application.Segments;
using UserOps.Application.Segments.Sweeps;
using UserOps.Domain.Tags;

namespace UserOps.Application.Tags;

/// <summary>Takes a tag that nothing names any more off everybody, and lets nobody have it again.</summary>
public sealed class RetireTag(TagRows rows, FindSegmentUses uses, JourneysUnderWay underWay, PublishedSegments published, BackFill backFill, TimeProvider time)
{
    public async Task<TagRetired> RunAsync(string name, CancellationToken cancel)
    {
        while (true)
        {
            var graph = await rows.GraphAsync(cancel);
            if (await rows.FindAsync(name, cancel) is not { Head.Version: > 0 } found)
            {
                return new TagRetired.Unknown();
            }

            var (head, etag) = found;
            if (head.State == TagState.Retired)
            {
                return new TagRetired.Done(head);
            }

            await underWay.StopAsync(cancel);
            if (await uses.RunAsync(TagAudience.Of(name), cancel) is { None: false } by)
            {
                return new TagRetired.InUse(by);
            }

            var sweep = await backFill.AnnounceAsync(TagAudience.Of(name), cancel);
            var after = head with { State = TagState.Retired, RetiredAt = time.GetUtcNow(), Sweep = sweep };
            if (await rows.WriteAsync(after, etag, graph, null, cancel))
            {
                published.Forget();
                await backFill.RunAsync(sweep, TagAudience.Of(name), cancel);
                return new TagRetired.Done(after);
            }
        }
    }
}
