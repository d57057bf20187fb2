namespace UserOps.Application.Messages.Templates;

/// <summary>All templates, by key, without their texts.</summary>
public sealed class ListTemplates(TemplateRows rows)
{
    public Task<IReadOnlyList<StoredTemplate>> RunAsync(CancellationToken cancel) => rows.ListAsync(cancel);
}
