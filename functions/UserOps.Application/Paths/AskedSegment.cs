using UserOps.Application.Segments;
using UserOps.Domain.Paths;

namespace UserOps.Application.Paths;

/// <summary>Whom a question is about, as a segment that is tried.</summary>
internal static class AskedSegment
{
    /// <summary>None that is saved has this key.</summary>
    public const string Key = "preview";

    /// <returns>Null: everybody.</returns>
    public static SegmentSet? Of(PathQuery query, SegmentSet published) => query.Who is null ? null : published.Trying(new(Key, Key, null, query.Who));
}
