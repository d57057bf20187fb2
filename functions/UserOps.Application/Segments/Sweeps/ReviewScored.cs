using UserOps.Application.Scoring;
using UserOps.Domain;

namespace UserOps.Application.Segments.Sweeps;

/// <summary>
/// Has the segments of those looked at whom a published run put elsewhere, where segments ask about scores at all. Score rows say themselves with which day's run they changed, so
/// that nothing needs to be noted before the run is published. Predictions are in no row, and another model moves everybody's: where segments ask about them, everybody is looked at.
/// </summary>
public sealed class ReviewScored(PublishedSegments published, SweepRows rows, CreateSweep create, TimeProvider clock)
{
    /// <summary>Twice for the same attempt is once: the run stays wanted until this has returned.</summary>
    public async Task RunAsync(ScoringRun run, CancellationToken cancel)
    {
        var asked = run.Live ? (await published.ReadAsync(cancel)).Asked : null;
        if (asked is not ({ Scores: true } or { Predictions: true }))
        {
            return;
        }

        var now = clock.GetUtcNow();
        var sweep = new Sweep
        {
            Id = HashText.Of("scored", $"{RunRows.Text(run.AsOf)}~{run.Attempt}"),
            Kind = SweepKind.Scores,
            Segment = "",
            CreatedAt = now,

            // Until all processes know the models of this run.
            NotBefore = asked.Predictions ? now + BackFill.Wait : now,

            // From the day after the one that was shown before: a run in between that failed has written rows that this one found right and left alone.
            ScoredDay = asked.Predictions ? null : run.Before is { } before ? Days.Of(before) + 1 : 0,
        };
        if (await rows.FindAsync(sweep.Id, cancel) is null)
        {
            await rows.AnnounceAsync(sweep.Id, "", now, cancel);
        }

        await create.RunAsync(sweep, cancel);
    }
}
