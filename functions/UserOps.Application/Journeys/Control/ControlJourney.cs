using UserOps.Application.Journeys.Jobs;
using UserOps.Application.Scoring;

namespace UserOps.Application.Journeys.Control;

/// <summary>Makes jobs that pause, resume or cancel what is inside a journey, all or those of a segment; and ends the pause of a journey.</summary>
public sealed class ControlJourney(JourneyRows journeys, InsideOf inside, CreateJob create, PauseJourney pause, FindScores scores, TimeProvider clock)
{
    /// <param name="draft">Says who asks, and for what.</param>
    /// <returns>Null when a segment is asked for and there are no scores yet.</returns>
    public async Task<JourneyJob?> RunAsync(JourneyJob draft, SegmentName? segment, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (segment is null)
        {
            return await create.RunAsync(draft, inside.RunAsync(draft.Journey, cancel), cancel);
        }

        return await scores.RunAsync(null, cancel) is { } run
            ? await create.RunAsync(draft with { Segment = segment.ToString() }, inside.InSegmentAsync(draft.Journey, run, segment, cancel), cancel)
            : null;
    }

    /// <summary>The journey goes on. Asked again where it does, it wakes everybody up once more, which does no harm.</summary>
    /// <returns>Null when there is no such journey.</returns>
    public async Task<JourneyJob?> ResumeAsync(string key, CancellationToken cancel)
    {
        if (await journeys.FindAsync(key, cancel) is not var (head, _))
        {
            return null;
        }

        // The job ends the pause too, should this process die before it does. Its first turn looks for those inside: whoever went to rest was listed before the pause ended.
        var job = await create.RunAsync(
            new() { Id = CreateJob.IdOf(JobKind.Wake, key, null), Kind = JobKind.Wake, Journey = key, CreatedAt = clock.GetUtcNow(), PausedAt = head.PausedAt }, null, cancel);
        await pause.LiftAsync(key, head.PausedAt, cancel);
        return job;
    }
}
