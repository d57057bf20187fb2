namespace UserOps.Domain.Scoring;

/// <summary>The segments and stages of the nightly scores by the names that people write.</summary>
public static class NamedSegments
{
    public const string Stage = "stage";
    private const string TenRules = "ten-rules";
    private const string Eleven = "eleven";
    private const string Eight = "eight";

    public static readonly IReadOnlyDictionary<string, IReadOnlyList<Segment>> Maps = new Dictionary<string, IReadOnlyList<Segment>>(StringComparer.Ordinal)
    {
        [Stage] = LifeCycle.Stages,
        [TenRules] = SegmentCatalog.Ten,
        [Eleven] = SegmentCatalog.Eleven,
        [Eight] = SegmentCatalog.Eight,
    };

    /// <param name="map">One of <see cref="Maps"/>.</param>
    /// <returns>Code of the segment that somebody is in; null without an order that counts.</returns>
    public static string? CodeOf(Standing standing, string map) => map switch
    {
        Stage => LifeCycle.Named(standing.Stage).Code,
        TenRules => standing.SegmentIn(SegmentMap.TenRules)?.Code,
        Eleven => standing.SegmentIn(SegmentMap.Eleven)?.Code,
        Eight => standing.SegmentIn(SegmentMap.Eight)?.Code,
        _ => throw new ArgumentException($"There is no map '{map}'.", nameof(map)),
    };

    /// <returns>What is wrong with the name, and of which field: <c>map</c> or <c>name</c>; null: nothing.</returns>
    public static (string Field, string What)? Check(string? map, string? name) =>
        map is null || !Maps.TryGetValue(map, out var segments) ? ("map", $"There is no such map{NearestName.Hint(map ?? "", Maps.Keys)}")
        : segments.Any(segment => segment.Code == name) ? null
        : ("name", $"'{map}' has no such segment{NearestName.Hint(name ?? "", segments.Select(segment => segment.Code))}");
}
