using UserOps.Domain.Scoring;

namespace UserOps.Application.Scoring;

/// <summary>From where to where users went since the run before; those who stayed are the moves with equal ends.</summary>
internal sealed record MigrationView(DateOnly Before, SegmentMap Map, IReadOnlyList<Move> Segments, IReadOnlyList<Move> Stages, IReadOnlyList<Move> Risks, IReadOnlyList<Move> Tiers);
