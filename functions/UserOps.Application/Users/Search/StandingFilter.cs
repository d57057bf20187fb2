using UserOps.Domain.Scoring;

namespace UserOps.Application.Users.Search;

/// <summary>Where users have to stand by the published scoring run. Null and empty: anywhere.</summary>
public sealed record StandingFilter
{
    public ScoreRange? Recency { get; init; }

    public ScoreRange? Frequency { get; init; }

    public ScoreRange? Monetary { get; init; }

    /// <summary>Codes of the ten rules.</summary>
    public IReadOnlyList<string> Segments { get; init; } = [];

    public IReadOnlyList<string> Stages { get; init; } = [];

    public bool IsEmpty => this is { Recency: null, Frequency: null, Monetary: null, Segments.Count: 0, Stages.Count: 0 };

    public bool IsMet(Standing standing) =>
        (Recency is not { } recency || recency.Holds(standing.Rfm?.Recency))
        && (Frequency is not { } frequency || frequency.Holds(standing.Rfm?.Frequency))
        && (Monetary is not { } monetary || monetary.Holds(standing.Rfm?.Monetary))
        && (Segments.Count == 0 || (standing.SegmentIn(SegmentMap.TenRules) is { } segment && Segments.Contains(segment.Code)))
        && (Stages.Count == 0 || Stages.Contains(LifeCycle.Named(standing.Stage).Code));
}
