using UserOps.Application.Journeys;
using UserOps.Application.Segments.Sweeps;
using UserOps.Domain.Segments;

namespace UserOps.Application.Segments;

/// <summary>Makes the draft a version that never changes, and asks for everybody to be looked at by it.</summary>
public sealed class PublishSegment(SegmentRows rows, CheckSegment check, SegmentRoom room, PublishedSegments published, BackFill backFill, TimeProvider time)
{
    /// <param name="ifDraft">Tag of the draft that is meant; null: whichever there is.</param>
    public async Task<SegmentPublished> RunAsync(string key, string? ifDraft, CancellationToken cancel)
    {
        while (true)
        {
            var graph = await rows.GraphAsync(cancel);
            if (await rows.FindAsync(key, cancel) is not { } found)
            {
                return new SegmentPublished.Unknown();
            }

            var (head, etag) = found;
            var draft = await rows.DraftAsync(key, cancel);
            if (ifDraft is not null && JourneyHead.TagOf(draft) != ifDraft)
            {
                return new SegmentPublished.Overtaken();
            }

            var reading = await check.RunAsync(draft, key, cancel);
            if (reading is SegmentReading.Wrong { Mistakes: var mistakes })
            {
                return new SegmentPublished.Refused(mistakes);
            }

            // A draft that is younger than the head belongs to another head, whose ETag then refuses the write.
            var segment = ((SegmentReading.Of)reading).Segment;
            var document = SegmentWriter.Write(segment);
            var isNew = await rows.VersionAsync(key, head.Version, cancel) is not { } last || !last.Document.AsSpan().SequenceEqual(document);
            if (!isNew && head.State == SegmentState.Published)
            {
                return new SegmentPublished.Done(head, New: false);
            }

            var after = head with
            {
                State = SegmentState.Published,
                Kind = segment.Kind,
                Version = isNew ? head.Version + 1 : head.Version,
                Mistakes = 0,
                PublishedAt = isNew ? time.GetUtcNow() : head.PublishedAt,
                ArchivedAt = null,
            };
            if (await room.RefusalAsync(head, after, cancel) is { } full)
            {
                return new SegmentPublished.Full(full);
            }

            var sweep = await backFill.AnnounceAsync(key, cancel);
            after = after with { Sweep = sweep };
            if (await rows.WriteAsync(after, etag, graph, isNew ? document : null, cancel))
            {
                published.Forget();
                await backFill.RunAsync(sweep, key, cancel);
                return new SegmentPublished.Done(after, isNew);
            }
        }
    }
}
