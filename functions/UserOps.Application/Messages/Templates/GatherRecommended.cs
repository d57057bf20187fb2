using UserOps.Application.Recommendations;

namespace UserOps.Application.Messages.Templates;

/// <summary>Adds what is recommended to a person, for templates that speak of it: it takes some forty reads.</summary>
public sealed class GatherRecommended(ReadRecommendations read)
{
    /// <summary>As many as a mail shows in two rows of three or three of two.</summary>
    public const int Items = 6;

    internal async Task<TemplateContext> RunAsync(CompiledVersion version, TemplateContext context, CancellationToken cancel) =>
        version.SpeaksOf(OfferedNames.Recommendations)
            ? context with { Recommendations = (await read.ForUserAsync(context.Profile, Items, cancel, named: true)).Items }
            : context;
}
