using UserOps.Application.Storage;
using UserOps.Domain;

namespace UserOps.Application.Messages.Templates;

/// <summary>
/// Makes a version of the draft, with the partials and the layout as they are published now: what was checked is what is sent. A partial that is published again
/// therefore shows in messages that are published after it.
/// </summary>
public sealed class PublishTemplate(TemplateRows rows, GatherIncludes gather, TimeProvider clock)
{
    public async Task<Publishing> RunAsync(string key, CancellationToken cancel)
    {
        while (true)
        {
            // Before the draft, so that whoever saves another one meanwhile is noticed.
            var (before, etag) = await rows.FindAsync(key, cancel);
            if (before is null || await rows.DraftAsync(key, cancel) is not { } draft)
            {
                return new Publishing.NotFound();
            }

            var bundle = await gather.RunAsync(draft, cancel);
            if (TemplateCheck.Check(bundle) is { Count: > 0 } mistakes)
            {
                return new Publishing.Faulty(mistakes);
            }

            if (!before.Changed && await rows.VersionAsync(key, before.Latest!.Value, cancel) is { } last && last.IsSameAs(bundle))
            {
                return new Publishing.Published(before);
            }

            var template = before with { Latest = (before.Latest ?? 0) + 1, PublishedAt = clock.GetUtcNow(), Changed = false };
            try
            {
                if (await rows.PublishAsync(template, etag!, bundle, cancel))
                {
                    return new Publishing.Published(template);
                }
            }
            catch (DocumentTooLargeException)
            {
                return new Publishing.Faulty([new Mistake("", "With its partials and its layout, it is too large to be kept: 900 kB after compression.")]);
            }
        }
    }
}
