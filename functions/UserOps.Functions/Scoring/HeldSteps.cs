using UserOps.Application.Scoring;

namespace UserOps.Functions.Scoring;

/// <summary>
/// Steps of a run on behalf of the orchestration that has it. Activities run at least once and orchestrations may be doubled; whoever finds that another has started the
/// run since stops, so that one model scores everybody.
/// </summary>
public sealed class HeldSteps(RunRows runs, StartRun start, YieldRun yield, NoteProgress note)
{
    public async Task<StepResult> StartAsync(HeldRun run, CancellationToken cancel)
    {
        // Done and still wanted: the work ended between publishing and clearing up.
        if (await runs.FindAsync(run.AsOf, cancel) is { Status: RunStatus.Done })
        {
            return StepResult.Stopped;
        }

        var started = await start.RunAsync(run.AsOf, cancel, run.HeldBy);
        return await yield.RunAsync(started, cancel) ? StepResult.Stopped : new(0);
    }

    /// <summary>One bucket after the other, so that the users of one are in memory at a time.</summary>
    public async Task<StepResult> ForBucketsAsync(
        BucketBatch batch, Func<DateOnly, byte, CancellationToken, Task<int>> step, CancellationToken cancel)
    {
        if (!await IsHeldAsync(batch.Run, cancel))
        {
            return StepResult.Stopped;
        }

        if (batch.Progress is { } progress)
        {
            await note.RunAsync(batch.Run.AsOf, progress, cancel, batch.Run.HeldBy);
        }

        var users = 0L;
        for (var bucket = batch.First; bucket < batch.First + batch.Count; bucket++)
        {
            users += await step(batch.Run.AsOf, (byte)bucket, cancel);
        }

        return new(users);
    }

    public async Task<StepResult> OnceAsync(HeldRun run, Func<Task<long>> step, CancellationToken cancel) =>
        await IsHeldAsync(run, cancel) ? new(await step()) : StepResult.Stopped;

    private async Task<bool> IsHeldAsync(HeldRun run, CancellationToken cancel) =>
        await runs.FindAsync(run.AsOf, cancel) is { Status: RunStatus.Running } now && now.HeldBy == run.HeldBy;
}
