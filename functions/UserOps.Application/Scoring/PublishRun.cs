using System.Text.Json;
using UserOps.Application.Segments.Sweeps;
using UserOps.Application.Tags;
using UserOps.Domain.Scoring;
using UserOps.Domain.Scoring.Value;

namespace UserOps.Application.Scoring;

/// <summary>Last step: adds up the tallies, shows the run, and clears its work rows.</summary>
public sealed class PublishRun(RunRows runs, WorkRows work, PublishedModels models, ReviewScored reviewScored, NoteTagDays noteTagDays, TimeProvider time)
{
    /// <returns>The run; not <see cref="RunStatus.Done"/> where somebody else has begun it anew meanwhile, who will publish it.</returns>
    public async Task<ScoringRun> RunAsync(DateOnly asOf, CancellationToken cancel)
    {
        var run = await runs.GetAsync(asOf, cancel);
        if (run.Status != RunStatus.Done)
        {
            var tally = new ScoreTally();
            foreach (var part in await work.AllAsync(asOf, WorkRows.TalliesOf(run), cancel))
            {
                tally.Add(JsonSerializer.Deserialize(part, ScoringJson.Default.ScoreTally)!);
            }

            var model = await FindCutPoints.ReadAsync(work, asOf, cancel);
            var value = await FindCutPoints.ReadValueAsync(work, asOf, cancel);

            // An empty run shows nothing, and must not stand in the way of an import whose days lie before it.
            var heldBy = run.HeldBy;
            run = (await runs.UpdateAsync(
                asOf, before => before!.HeldBy == heldBy ? Finish(before, model, value, tally) : null, cancel, publish: run.Live && tally.Users > 0))!;
            if (run.Status != RunStatus.Done)
            {
                return run;
            }
        }

        models.Forget();
        await reviewScored.RunAsync(run, cancel);
        await noteTagDays.RunAsync(run, cancel);
        await work.ClearAsync(asOf, cancel);
        await runs.UnwantAsync(asOf, cancel);
        return run;
    }

    private ScoringRun Finish(ScoringRun run, ScoringModel? model, ValueModel value, ScoreTally tally) => run with
    {
        Status = RunStatus.Done,
        Phase = RunPhase.Finished,
        BucketsDone = Buckets.Count,
        UsersSeen = tally.Users,
        FinishedAt = time.GetUtcNow(),
        Model = model,
        Value = value,
        Tally = tally,
        UsersChangedLate = run.Compares ? tally.RowsWritten : null,
    };
}
