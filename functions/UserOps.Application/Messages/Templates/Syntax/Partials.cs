namespace UserOps.Application.Messages.Templates.Syntax;

/// <summary>Whether a partial may stand where it does.</summary>
internal static class Partials
{
    /// <returns>Null when it may.</returns>
    public static string? Fault(TemplateBundle bundle, string key, string language, Part part, Scope scope) =>
        part.IsOneLine() ? "A subject or title takes no partials."
        : scope.Within.Contains(key) ? $"The partial '{key}' stands in itself: {string.Join(", ", scope.Within.Add(key))}."
        : scope.Within.Count == TemplateLimits.NestedPartials ? $"Partials stand more than {TemplateLimits.NestedPartials} deep in each other."
        : bundle.Find(key) is not { } partial ? $"There is no published partial '{key}'."
        : partial.Kind != TemplateKind.Partial ? $"'{key}' is no partial."
        : bundle.Included(key, language, part) is { Source: null, Language: var chosen } ? $"The partial '{key}' has no {part.Included().Name()} in {chosen}."
        : null;
}
