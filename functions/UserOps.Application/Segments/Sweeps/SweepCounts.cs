using System.Text.Json.Serialization;

namespace UserOps.Application.Segments.Sweeps;

/// <summary>What a sweep came to so far.</summary>
/// <param name="Users">Gone through.</param>
/// <param name="In">Of a preview: would be in.</param>
/// <param name="Entering">Would be in and are not.</param>
/// <param name="Leaving">Are in and would not be.</param>
/// <param name="Failed">Broke: by a back-fill they are looked at again later, by a preview they are in no count.</param>
public readonly record struct SweepCounts(long Users, long In, long Entering, long Leaving, long Failed)
{
    public static SweepCounts operator +(SweepCounts one, SweepCounts other) =>
        new(one.Users + other.Users, one.In + other.In, one.Entering + other.Entering, one.Leaving + other.Leaving, one.Failed + other.Failed);

    /// <summary>Of one user.</summary>
    public static SweepCounts Of(bool was, bool isIn) => new(1, isIn ? 1 : 0, isIn && !was ? 1 : 0, was && !isIn ? 1 : 0, 0);

    [JsonIgnore]
    public static SweepCounts OneFailed { get; } = new(1, 0, 0, 0, 1);
}
