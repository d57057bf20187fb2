namespace UserOps.Application.Messages.Templates;

/// <param name="Templates">Ascending by key.</param>
public sealed record TemplateList(IReadOnlyList<StoredTemplate> Templates);
