namespace UserOps.Application.Scoring;

/// <summary>Users with each score, 1 to 5.</summary>
internal sealed record ScoreCounts(IReadOnlyList<long> Recency, IReadOnlyList<long> Frequency, IReadOnlyList<long> Monetary);
