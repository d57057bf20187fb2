using UserOps.Application.Messages.Templates;

namespace UserOps.Application.Journeys.Shipped;

/// <summary>A template of a shipped journey, as it is saved.</summary>
public sealed record ShippedTemplate(string Key, TemplateContent Content);
