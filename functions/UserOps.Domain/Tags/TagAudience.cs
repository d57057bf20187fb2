namespace UserOps.Domain.Tags;

/// <summary>Who has a tag is an audience as a segment is, and a rule tag a node among segments: under names that no segment can have.</summary>
public static class TagAudience
{
    private const string Prefix = "tag:";

    public static string Of(string tag) => Prefix + tag;

    public static bool Is(string audience) => audience.StartsWith(Prefix, StringComparison.Ordinal);

    /// <returns>Null: it is a segment.</returns>
    public static string? TagOf(string audience) => Is(audience) ? audience[Prefix.Length..] : null;
}
