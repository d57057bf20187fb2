using UserOps.Application.Journeys;
using UserOps.Application.Segments;
using UserOps.Application.Segments.Sweeps;
using UserOps.Domain.Tags;

namespace UserOps.Application.Tags;

/// <summary>Puts the draft in force as a version that never changes, and asks for everybody to be looked at by it.</summary>
public sealed class ActivateTag(TagRows rows, CheckTag check, TagRoom room, PublishedSegments published, BackFill backFill, TimeProvider time)
{
    /// <param name="ifDraft">Tag of the draft that is meant; null: whichever there is.</param>
    public async Task<TagActivated> RunAsync(string name, string? ifDraft, CancellationToken cancel)
    {
        while (true)
        {
            var graph = await rows.GraphAsync(cancel);
            if (await rows.FindAsync(name, cancel) is not { } found)
            {
                return new TagActivated.Unknown();
            }

            var (head, etag) = found;
            var draft = await rows.DraftAsync(name, cancel);
            if (ifDraft is not null && JourneyHead.TagOf(draft) != ifDraft)
            {
                return new TagActivated.Overtaken();
            }

            var reading = await check.RunAsync(draft, name, cancel);
            if (reading is TagReading.Wrong { Mistakes: var mistakes })
            {
                return new TagActivated.Refused(mistakes);
            }

            // A draft that is younger than the head belongs to another head, whose ETag then refuses the write.
            var tag = ((TagReading.Of)reading).Tag;
            var document = TagWriter.Write(tag);
            var isNew = await rows.VersionAsync(name, head.Version, cancel) is not { } last || !last.Document.AsSpan().SequenceEqual(document);
            if (!isNew && head.State == TagState.Active)
            {
                return new TagActivated.Done(head, New: false);
            }

            var after = head with
            {
                State = TagState.Active,
                Kind = tag.Kind,
                Version = isNew ? head.Version + 1 : head.Version,
                Mistakes = 0,
                ActivatedAt = isNew ? time.GetUtcNow() : head.ActivatedAt,
                RetiredAt = null,
            };
            if (await room.RefusalAsync(after, cancel) is { } full)
            {
                return new TagActivated.Full(full);
            }

            var sweep = await backFill.AnnounceAsync(TagAudience.Of(name), cancel);
            after = after with { Sweep = sweep };
            if (await rows.WriteAsync(after, etag, graph, isNew ? document : null, cancel))
            {
                published.Forget();
                await backFill.RunAsync(sweep, TagAudience.Of(name), cancel);
                return new TagActivated.Done(after, isNew);
            }
        }
    }
}
