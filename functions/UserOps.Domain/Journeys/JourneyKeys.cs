namespace UserOps.Domain.Journeys;

/// <summary>Which names a journey can have.</summary>
public static class JourneyKeys
{
    public const string Form = "A journey's key has lower-case letters, digits and hyphens, 1 to 60, begins with no hyphen, and is none of schema, validate and overdue.";

    public static bool IsKey(string? text) =>
        Slug.Is(text, JourneyLimits.KeyLength) && !Reserved.Keys.Contains(text);
}
