namespace UserOps.Functions.Scoring;

/// <summary>Buckets that one activity sees to.</summary>
/// <param name="DoneBefore">Buckets of the phase known to be done when this batch was handed out, for whoever follows the run.</param>
/// <param name="UsersBefore">Users seen in those.</param>
public sealed record BucketBatch(HeldRun Run, int First, int Count, int DoneBefore, long UsersBefore);
