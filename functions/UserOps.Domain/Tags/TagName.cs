using System.Text;

namespace UserOps.Domain.Tags;

/// <summary>How tags are written: trimmed and in lower case, so that "VIP" and "vip " are one.</summary>
public static class TagName
{
    public const int MaxLength = 60;

    /// <returns>Null when the text is none: empty, longer than <see cref="MaxLength"/> characters, or with control characters or half a character in it.</returns>
    public static string? Of(string? text)
    {
        var name = text?.Trim();
        if (name is not { Length: > 0 and <= MaxLength } || name.Any(char.IsControl) || name.EnumerateRunes().Contains(Rune.ReplacementChar))
        {
            return null;
        }

        return name.ToLowerInvariant();
    }
}
