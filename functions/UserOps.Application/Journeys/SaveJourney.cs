using System.Text.Json;
using UserOps.Domain.Journeys;

namespace UserOps.Application.Journeys;

/// <summary>Keeps a draft as it was sent, with whatever is wrong in it: marketers save half-finished work.</summary>
public sealed class SaveJourney(JourneyRows rows, CheckJourney check, TimeProvider time)
{
    /// <param name="key">One that <see cref="JourneyKeys.IsKey"/> takes.</param>
    /// <param name="ifDraft">Tag of the draft that this one replaces; null: whichever there is.</param>
    public async Task<JourneySaved> RunAsync(string key, ReadOnlyMemory<byte> document, string? ifDraft, CancellationToken cancel)
    {
        var (parsed, wrong) = JourneyDocument.Parse(document.Span);
        if (parsed is not { } json)
        {
            return new JourneySaved.Unreadable(wrong!);
        }

        var mistakes = await check.RunAsync(document, key, cancel) is JourneyReading.Wrong { Mistakes: var found } ? found : [];
        while (true)
        {
            var before = await rows.FindAsync(key, cancel);
            if (ifDraft is not null && before?.Head.Draft != ifDraft)
            {
                return new JourneySaved.Overtaken();
            }

            var head = (before?.Head ?? new(key, key, JourneyState.Draft, 0, "", 0, default)) with
            {
                Name = NameIn(json) ?? key,
                Draft = JourneyHead.TagOf(document.Span),
                Mistakes = mistakes.Count,
                SavedAt = time.GetUtcNow(),
            };
            if (await rows.WriteAsync(head, before?.ETag, document, null, cancel))
            {
                return new JourneySaved.Kept(head, mistakes);
            }
        }
    }

    private static string? NameIn(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String
        && name.GetString() is { Length: > 0 and <= JourneyLimits.NameLength } text ? text : null;
}
