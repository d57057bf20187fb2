using System.Text.Json.Serialization;

namespace UserOps.Application.Segments.Sweeps;

/// <summary>How far a lane of a sweep is. Its row is the truth; queue messages only say that there is a turn.</summary>
/// <param name="Lane">0 to 15.</param>
/// <param name="Turn">Raised by every turn; a message is for one of them.</param>
/// <param name="Buckets">Of its 16 that are done.</param>
/// <param name="From">Row key of the first fact of the next turn; null: the bucket's first.</param>
public sealed record SweepLane(
    int Lane,
    int Turn,
    int Buckets,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? From,
    SweepCounts Counts,
    DateTimeOffset UpdatedAt)
{
    public const int Share = Domain.Scoring.Buckets.Count / Sweep.Lanes;

    [JsonIgnore]
    public bool IsDone => Buckets == Share;

    /// <summary>The one that is gone through now.</summary>
    [JsonIgnore]
    public byte Bucket => (byte)((Lane * Share) + Buckets);
}
