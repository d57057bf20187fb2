namespace UserOps.Application.Messages.Templates;

/// <summary>What templates are named by: 1 to 60 of a–z, 0–9 and hyphens, a letter or digit first.</summary>
public static class TemplateKey
{
    public const int MostLength = 60;

    public static bool IsValid(string? key) =>
        key is { Length: >= 1 and <= MostLength } && key[0] != '-' && key.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
