namespace UserOps.Domain.Journeys;

/// <summary>Which names a journey can have.</summary>
public static class JourneyKeys
{
    public const string Form = "A journey's key has lower-case letters, digits and hyphens, 1 to 60, begins with no hyphen, and is neither schema nor validate.";

    public static bool IsKey(string? text) =>
        text is { Length: > 0 and <= JourneyLimits.KeyLength }
        && text[0] != '-'
        && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
        && !Reserved.Keys.Contains(text);
}
