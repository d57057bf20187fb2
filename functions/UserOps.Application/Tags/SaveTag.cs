using UserOps.Application.Journeys;
using UserOps.Domain.Journeys;
using UserOps.Domain.Tags;

namespace UserOps.Application.Tags;

/// <summary>Keeps a draft as it was sent, with whatever is wrong in it: marketers save half-finished work.</summary>
public sealed class SaveTag(TagRows rows, CheckTag check, TimeProvider time)
{
    /// <param name="name">As <see cref="TagName"/> writes it.</param>
    /// <param name="ifDraft">Tag of the draft that this one replaces; null: whichever there is.</param>
    public async Task<TagSaved> RunAsync(string name, ReadOnlyMemory<byte> document, string? ifDraft, CancellationToken cancel)
    {
        var (parsed, wrong) = JourneyDocument.Parse(document.Span, "tag");
        if (parsed is null)
        {
            return new TagSaved.Unreadable(wrong!);
        }

        var reading = await check.RunAsync(document, name, cancel);
        var mistakes = reading is TagReading.Wrong { Mistakes: var found } ? found : [];
        while (true)
        {
            var before = await rows.FindAsync(name, cancel);
            if (ifDraft is not null && before?.Head.Draft != ifDraft)
            {
                return new TagSaved.Overtaken();
            }

            var head = before?.Head ?? new(name, TagKind.Manual, TagState.Draft, 0, "", 0, default);
            head = head with
            {
                Kind = head.Version == 0 && reading is TagReading.Of { Tag.Kind: var kind } ? kind : head.Kind,
                Draft = JourneyHead.TagOf(document.Span),
                Mistakes = mistakes.Count,
                SavedAt = time.GetUtcNow(),
            };
            if (await rows.WriteAsync(head, before?.ETag, document, cancel))
            {
                return new TagSaved.Kept(head, mistakes);
            }
        }
    }
}
