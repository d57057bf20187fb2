using System.Text.Json;
using UserOps.Application.Journeys;
using UserOps.Domain.Journeys;
using UserOps.Domain.Segments;

namespace UserOps.Application.Segments;

/// <summary>Keeps a draft as it was sent, with whatever is wrong in it: marketers save half-finished work.</summary>
public sealed class SaveSegment(SegmentRows rows, CheckSegment check, SegmentRoom room, TimeProvider time)
{
    /// <param name="key">One that <see cref="SegmentKeys.IsKey"/> takes.</param>
    /// <param name="ifDraft">Tag of the draft that this one replaces; null: whichever there is.</param>
    public async Task<SegmentSaved> RunAsync(string key, ReadOnlyMemory<byte> document, string? ifDraft, CancellationToken cancel)
    {
        var (parsed, wrong) = JourneyDocument.Parse(document.Span, "segment");
        if (parsed is not { } json)
        {
            return new SegmentSaved.Unreadable(wrong!);
        }

        var mistakes = await check.RunAsync(document, key, cancel) is SegmentReading.Wrong { Mistakes: var found } ? found : [];
        while (true)
        {
            var graph = await rows.GraphAsync(cancel);
            var before = await rows.FindAsync(key, cancel);
            if (ifDraft is not null && before?.Head.Draft != ifDraft)
            {
                return new SegmentSaved.Overtaken();
            }

            var head = before?.Head ?? new(key, key, SegmentKind.Dynamic, SegmentState.Draft, 0, "", 0, default);
            head = head with
            {
                Name = TextIn(json, "name") is { Length: > 0 and <= JourneyLimits.NameLength } name ? name : key,
                Kind = head.Version > 0 ? head.Kind : TextIn(json, "kind") == "static" ? SegmentKind.Static : SegmentKind.Dynamic,
                Draft = JourneyHead.TagOf(document.Span),
                Mistakes = mistakes.Count,
                SavedAt = time.GetUtcNow(),
            };
            if (await room.RefusalAsync(before?.Head, head, cancel) is { } full)
            {
                return new SegmentSaved.Full(full);
            }

            if (before is var (_, etag) ? await rows.WriteAsync(head, etag, document, cancel) : await rows.InsertAsync(head, graph, document, cancel))
            {
                return new SegmentSaved.Kept(head, mistakes);
            }
        }
    }

    private static string? TextIn(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
