using UserOps.Application.Journeys.Jobs;

namespace UserOps.Application.Journeys.Control;

/// <summary>Makes jobs that pause, resume or cancel what is inside a journey, all or those of a segment; and ends the pause of a journey.</summary>
public sealed class ControlJourney(JourneyRows journeys, InsideOf inside, CreateJob create, PauseJourney pause, TimeProvider clock)
{
    /// <param name="draft">Says who asks, and for what.</param>
    /// <param name="people">Keys of those whom it is about; null: everybody inside.</param>
    public Task<JourneyJob> RunAsync(JourneyJob draft, IAsyncEnumerable<string>? people, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return create.RunAsync(draft, people is null ? inside.RunAsync(draft.Journey, cancel) : inside.AmongAsync(draft.Journey, people, cancel), cancel);
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
