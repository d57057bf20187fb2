namespace UserOps.Application.Messages.Templates;

/// <summary>One template with its texts.</summary>
public sealed class FindTemplate(TemplateRows rows, GatherIncludes gather)
{
    /// <param name="version">Null: the draft.</param>
    /// <returns>Null when there is no such template, or not in this version.</returns>
    public async Task<TemplateView?> RunAsync(string key, int? version, CancellationToken cancel)
    {
        if (!TemplateKey.IsValid(key) || await rows.FindAsync(key, cancel) is not { Template: { } template })
        {
            return null;
        }

        var bundle = version is { } number ? await rows.VersionAsync(key, number, cancel)
            : await rows.DraftAsync(key, cancel) is { } draft ? await gather.RunAsync(draft, cancel)
            : null;
        return bundle is null ? null : new(template, bundle.Content, TemplateCheck.Check(bundle));
    }
}
