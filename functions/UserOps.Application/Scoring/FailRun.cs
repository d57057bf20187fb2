namespace UserOps.Application.Scoring;

/// <summary>Notes that a try went wrong.</summary>
public sealed class FailRun(RunRows runs, TimeProvider time)
{
    /// <param name="final">True: the run has failed. False: it stays wanted.</param>
    /// <param name="heldBy">Whose try it was; what somebody else has begun since is left alone.</param>
    public async Task RunAsync(DateOnly asOf, string reason, int tries, bool final, CancellationToken cancel, string? heldBy = null)
    {
        await runs.UpdateAsync(
            asOf,
            run => run is null or { Status: RunStatus.Done } || run.HeldBy != heldBy ? null
                : final ? run with { Status = RunStatus.Failed, Reason = reason, FinishedAt = time.GetUtcNow() }
                : run with { Reason = reason },
            cancel,
            wanted: true,
            tries: tries);
        if (final)
        {
            await runs.UnwantAsync(asOf, cancel);
        }
    }
}
