using UserOps.Domain;

namespace UserOps.Application.Messages.Templates;

/// <summary>What templates are named by: 1 to 60 of a–z, 0–9 and hyphens, a letter or digit first.</summary>
public static class TemplateKey
{
    public const int MostLength = 60;

    public static bool IsValid(string? key) => Slug.Is(key, MostLength);
}
