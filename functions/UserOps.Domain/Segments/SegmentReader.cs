using UserOps.Domain.Journeys;
using UserOps.Domain.Tags;

namespace UserOps.Domain.Segments;

/// <summary>
/// Reads a segment as marketers write it (docs/segments.md) and says everything that is wrong with it at once:
/// <code>{"key": "dormant-vips", "name": "Dormant VIPs", "description": "…", "kind": "dynamic", "where": condition}</code>
/// </summary>
public static class SegmentReader
{
    private const int DescriptionLength = 1_000;
    private static readonly string[] Names = ["key", "name", "description", "kind", "where"];

    /// <param name="published">Published segments and rule tags by key, with the condition of each; null: which there are is not checked.</param>
    /// <param name="names">What a condition may name besides; null: anything.</param>
    public static SegmentReading Read(ReadOnlySpan<byte> utf8, IReadOnlyDictionary<string, Condition?>? published = null, ConditionNames? names = null)
    {
        var (json, wrong) = JourneyDocument.Parse(utf8, "segment");
        if (json is not { } document)
        {
            return new SegmentReading.Wrong([wrong!]);
        }

        var mistakes = new List<Mistake>();
        var segment = JsonFields.Of(document, "", "A segment", mistakes) is { } fields ? Segment(fields, published, names) : null;
        return mistakes.Count == 0 ? new SegmentReading.Of(segment!) : new SegmentReading.Wrong([.. mistakes.Take(JourneyLimits.Mistakes)]);
    }

    private static SegmentDefinition Segment(JsonFields fields, IReadOnlyDictionary<string, Condition?>? published, ConditionNames? names)
    {
        fields.Allow(Names);
        var key = fields.Key("key", ConditionLimits.KeyLength, "write a name for addresses, such as dormant-vips");
        if (key is not null && SegmentKeys.Reserved.Contains(key))
        {
            fields.Wrong("key", $"'{key}' is the name of something else; take another one.");
        }

        var name = fields.Text("name", JourneyLimits.NameLength, "write the name that people see");
        var description = fields.Text("description", DescriptionLength, null);
        var kind = fields.Text("kind", 20, "write dynamic or static");
        if (kind is not (null or "dynamic" or "static"))
        {
            fields.Wrong("kind", $"There is no kind '{Shown.Of(kind)}'; write dynamic for a condition or static for a list.");
        }

        return new(key ?? "", name ?? "", description, Where(fields, kind, key, published, names));
    }

    private static Condition? Where(JsonFields fields, string? kind, string? key, IReadOnlyDictionary<string, Condition?>? published, ConditionNames? names)
    {
        if (kind == "static")
        {
            if (fields.Has("where"))
            {
                fields.Wrong("where", "A static segment is a list of people and has no condition; leave it out, or make the segment dynamic.");
            }

            return null;
        }

        if (fields.Find("where", kind == "dynamic" ? "write a condition, as docs/conditions.md has it" : null) is not { } json)
        {
            return null;
        }

        var where = ConditionReader.Read(json, fields.AtOf("where"), ConditionScope.Segment, fields.Mistakes, (names ?? ConditionNames.Unchecked) with { Segments = KeysOf(published, key) });
        if (where is not null && key is not null && published is not null && SegmentGraph.CycleThrough(key, where, published) is { } cycle)
        {
            fields.Wrong("where", $"A segment can't be built from itself: {string.Join(" → ", cycle)}.");
        }

        return where;
    }

    /// <summary>Its own key too, so that who names it is told of the circle.</summary>
    private static HashSet<string>? KeysOf(IReadOnlyDictionary<string, Condition?>? published, string? key) =>
        published is null ? null : [.. published.Keys.Where(one => !TagAudience.Is(one)), .. key is null ? (string[])[] : [key]];
}
