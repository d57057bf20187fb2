using UserOps.Domain;

namespace UserOps.Application.Messages.Templates;

/// <summary>Keeps a draft. One with mistakes is kept too, so that nobody loses work; it can't be published.</summary>
public sealed class SaveTemplate(TemplateRows rows, GatherIncludes gather, TimeProvider clock)
{
    /// <returns>The template as it stands now, and what would keep it from being published.</returns>
    public async Task<(StoredTemplate Template, IReadOnlyList<Mistake> Mistakes)> RunAsync(string key, TemplateContent content, CancellationToken cancel)
    {
        var mistakes = TemplateCheck.Check(await gather.RunAsync(content, cancel));
        while (true)
        {
            var (before, etag) = await rows.FindAsync(key, cancel);
            var template = new StoredTemplate(
                key, content.Kind, content.Channel, content.Purpose, [.. content.Languages.Keys], clock.GetUtcNow(), before?.Latest, before?.PublishedAt, Changed: true);
            if (await rows.SaveAsync(template, etag, content, cancel))
            {
                return (template, mistakes);
            }
        }
    }
}
