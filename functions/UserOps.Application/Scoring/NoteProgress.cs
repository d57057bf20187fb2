namespace UserOps.Application.Scoring;

/// <summary>Stores how far a run has come, for whoever follows it. Notes may come late, doubled and in any order: what is shown never goes back.</summary>
public sealed class NoteProgress(RunRows runs)
{
    /// <summary>So often is progress worth a write while a phase is at work.</summary>
    public const int BucketsBetween = 32;

    /// <param name="heldBy">Who has come so far; the progress of one who was overtaken is none.</param>
    public async Task RunAsync(DateOnly asOf, ScoringProgress progress, CancellationToken cancel, string? heldBy = null) => await runs.UpdateAsync(
        asOf,
        run => run is { Status: RunStatus.Running } && run.HeldBy == heldBy && (run.Phase, run.BucketsDone).CompareTo((progress.Phase, progress.BucketsDone)) < 0
            ? run with { Phase = progress.Phase, BucketsDone = progress.BucketsDone, UsersSeen = progress.Users }
            : null,
        cancel);
}
