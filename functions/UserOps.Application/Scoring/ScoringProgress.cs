namespace UserOps.Application.Scoring;

/// <param name="BucketsDone">Of <paramref name="Buckets"/> in this phase.</param>
/// <param name="Users">Seen so far in this phase.</param>
public readonly record struct ScoringProgress(RunPhase Phase, int BucketsDone, int Buckets, long Users);
