using UserOps.Application.Settings;

namespace UserOps.Application.Messages.Templates;

/// <summary>Makes a message to one person of a published template.</summary>
public sealed class RenderTemplate(TemplateRows rows, CompiledVersions compiled, GatherSpokenOf gather, UserOpsSettings settings)
{
    /// <param name="version">Null: the latest.</param>
    /// <param name="language">In place of the person's own; null: theirs.</param>
    public async Task<Rendering> RunAsync(string key, int? version, TemplateContext context, CancellationToken cancel, string? language = null) =>
        TemplateKey.IsValid(key)
        && (version ?? (await rows.FindAsync(key, cancel)).Template?.Latest) is { } number
        && await compiled.FindAsync(key, number, cancel) is { } found
            ? found.Render(ContextValues.Of(await gather.RunAsync(found, context, cancel), settings.Workspace), language)
            : new Rendering.NotFound();
}
