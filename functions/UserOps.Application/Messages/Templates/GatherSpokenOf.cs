using UserOps.Application.Recommendations;
using UserOps.Application.Segments;

namespace UserOps.Application.Messages.Templates;

/// <summary>Adds what only some templates speak of: what is recommended to a person, which takes some forty reads, and what the person's tags carry.</summary>
public sealed class GatherSpokenOf(ReadRecommendations read, PublishedSegments published, TimeProvider clock)
{
    /// <summary>As many as a mail shows in two rows of three or three of two.</summary>
    public const int Items = 6;

    internal async Task<TemplateContext> RunAsync(CompiledVersion version, TemplateContext context, CancellationToken cancel)
    {
        if (version.SpeaksOf(OfferedNames.Recommendations))
        {
            context = context with { Recommendations = (await read.ForUserAsync(context.Profile, Items, cancel, named: true)).Items };
        }

        return version.SpeaksOf(OfferedNames.Tag)
            ? context with { Tags = (await published.RunAsync(cancel)).Tags.CarriedBy(context.Profile, clock.GetUtcNow()) }
            : context;
    }
}
