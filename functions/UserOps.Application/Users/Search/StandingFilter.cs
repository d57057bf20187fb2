using UserOps.Domain.Scoring;
using UserOps.Domain.Scoring.Value;

namespace UserOps.Application.Users.Search;

/// <summary>Where users have to stand by the published scoring run. Null and empty: anywhere.</summary>
public sealed record StandingFilter
{
    public ScoreRange? Recency { get; init; }

    public ScoreRange? Frequency { get; init; }

    public ScoreRange? Monetary { get; init; }

    public ScoreRange? Index { get; init; }

    /// <summary>Codes of the ten rules.</summary>
    public IReadOnlyList<string> Segments { get; init; } = [];

    public IReadOnlyList<string> Stages { get; init; } = [];

    /// <summary>Codes of <see cref="RiskBands"/>.</summary>
    public IReadOnlyList<string> Risks { get; init; } = [];

    /// <summary>Codes of <see cref="ValueTiers"/>.</summary>
    public IReadOnlyList<string> Tiers { get; init; } = [];

    public bool IsEmpty => this is { Recency: null, Frequency: null, Monetary: null, Index: null, Segments.Count: 0, Stages.Count: 0, Risks.Count: 0, Tiers.Count: 0 };

    public bool IsMet(Standing standing) =>
        (Recency is not { } recency || recency.Holds(standing.Rfm?.Recency))
        && (Frequency is not { } frequency || frequency.Holds(standing.Rfm?.Frequency))
        && (Monetary is not { } monetary || monetary.Holds(standing.Rfm?.Monetary))
        && (Index is not { } index || index.Holds(standing.Index))
        && (Segments.Count == 0 || (standing.SegmentIn(SegmentMap.TenRules) is { } segment && Segments.Contains(segment.Code)))
        && (Stages.Count == 0 || Stages.Contains(LifeCycle.Named(standing.Stage).Code))
        && (Risks.Count == 0 || (standing.Risk is { } risk && Risks.Contains(RiskBands.Named(risk).Code)))
        && (Tiers.Count == 0 || (standing.Tier is { } tier && Tiers.Contains(ValueTiers.Named(tier).Code)));
}
