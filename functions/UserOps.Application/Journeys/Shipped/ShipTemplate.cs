using System.Security.Cryptography;
using System.Text.Json;
using UserOps.Application.Messages.Templates;
using UserOps.Domain;

namespace UserOps.Application.Journeys.Shipped;

/// <summary>Saves and publishes one template of shipped journeys, unless it is somebody's own work by now.</summary>
public sealed class ShipTemplate(TemplateRows rows, ShippedRows marks, SaveTemplate save, PublishTemplate publish)
{
    /// <param name="language">For whoever reads none of the languages; null: as it is, at first the library's.</param>
    public async Task<ShippedResult> RunAsync(ShippedTemplate shipped, string? language, CancellationToken cancel)
    {
        var key = shipped.Key;
        var (before, _) = await rows.FindAsync(key, cancel);
        var draft = before is null ? null : await rows.DraftAsync(key, cancel);
        var content = shipped.Content with { DefaultLanguage = language ?? draft?.DefaultLanguage ?? ShippedLibrary.DefaultLanguage };
        var (hash, draftHash) = (HashOf(content), draft is null ? null : HashOf(draft));
        if (draftHash is not null && draftHash != hash && draftHash != await marks.TemplateAsync(key, cancel))
        {
            return new(key, ShippedOutcome.Edited, before!.Latest);
        }

        if (draftHash != hash)
        {
            await save.RunAsync(key, content, cancel);
        }

        await marks.KeepTemplateAsync(key, hash, cancel);
        return await publish.RunAsync(key, cancel) switch
        {
            Publishing.Published { Template: var template } => new(key, template.Latest == before?.Latest ? ShippedOutcome.Unchanged : ShippedOutcome.Published, template.Latest),
            Publishing.Faulty { Mistakes: var mistakes } => new(key, ShippedOutcome.Refused, before?.Latest, mistakes),
            _ => throw new InvalidOperationException($"Template {key} was saved and is not there."),
        };
    }

    private static string HashOf(TemplateContent content) => HashText.Encode(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(content, TemplateJson.Default.TemplateContent)));
}
