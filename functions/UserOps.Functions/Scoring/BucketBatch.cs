using UserOps.Application.Scoring;

namespace UserOps.Functions.Scoring;

/// <summary>Buckets that one activity sees to.</summary>
/// <param name="Progress">
/// How far the phase had come when the batch was handed out, to be noted for whoever follows the run; null: not far enough since the last note.
/// </param>
public sealed record BucketBatch(HeldRun Run, int First, int Count, ScoringProgress? Progress);
