using UserOps.Domain;

namespace UserOps.Application.Messages.Templates;

/// <param name="Content">As it was written.</param>
/// <param name="Mistakes">What keeps it from being published.</param>
public sealed record TemplateView(StoredTemplate Template, TemplateContent? Content, IReadOnlyList<Mistake> Mistakes);
