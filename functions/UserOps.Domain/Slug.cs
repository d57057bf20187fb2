namespace UserOps.Domain;

/// <summary>Names that people give to things and that stand in addresses: lower-case letters, digits and hyphens, no hyphen first.</summary>
public static class Slug
{
    public static bool Is(string? text, int mostLength) =>
        text is { Length: >= 1 } && text.Length <= mostLength && text[0] != '-' && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
