using UserOps.Application.Scoring;
using UserOps.Domain;

namespace UserOps.Application.Segments.Sweeps;

/// <summary>
/// Has the segments of those looked at whom a published run put elsewhere, where segments ask about scores at all. Score rows say themselves with which day's run they changed, so
/// that nothing needs to be noted before the run is published.
/// </summary>
public sealed class ReviewScored(PublishedSegments published, SweepRows rows, CreateSweep create, TimeProvider clock)
{
    /// <summary>Twice for the same attempt is once: the run stays wanted until this has returned.</summary>
    public async Task RunAsync(ScoringRun run, CancellationToken cancel)
    {
        if (!run.Live || (await published.ReadAsync(cancel)).Asked is not { Scores: true })
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
            NotBefore = now,
            ScoredDay = Days.Of(run.AsOf),
        };
        if (await rows.FindAsync(sweep.Id, cancel) is null)
        {
            await rows.AnnounceAsync(sweep.Id, "", now, cancel);
        }

        await create.RunAsync(sweep, cancel);
    }
}
