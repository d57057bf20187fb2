using UserOps.Application.Journeys.Control;
using UserOps.Application.Journeys.Running;
using UserOps.Application.Segments.Members;
using UserOps.Application.Tags.Many;
using UserOps.Application.Users;

namespace UserOps.Application.Journeys.Jobs;

/// <summary>What a job does to one person. Doing it twice comes to the same, and is counted the same.</summary>
public sealed class JobItems(
    JourneyRows journeys, FindJourney find, StartRun start, JourneyRunRows runs, ControlRun control, MigrateRun migrate, PauseJourney pause, InsideOf inside, FindUser users, IRunDriver driver,
    TagPerson tag, FillList list)
{
    /// <returns>What to do for each item of the list; null: not now, since the journey is paused.</returns>
    public async Task<Func<string, CancellationToken, Task<string>>?> PrepareAsync(JourneyJob job, CancellationToken cancel)
    {
        switch (job.Kind)
        {
            case JobKind.Start:
                var head = (await journeys.FindAsync(job.Journey, cancel))?.Head;
                if (head is not { State: JourneyState.Published } || await find.RunAsync(head.Key, head.Version, cancel) is not { } version)
                {
                    return (_, _) => Task.FromResult(JobOutcomes.NotPublished);
                }

                return head.PausedAt is null ? (person, stop) => StartAsync(job, version, person, stop) : null;
            case JobKind.Tag:
                return (person, stop) => tag.RunAsync(job, person, stop);
            case JobKind.List:
                return await list.PrepareAsync(job, cancel);
            case JobKind.Wake:
                await pause.LiftAsync(job.Journey, job.PausedAt, cancel);
                return (item, stop) => ForRunAsync(item, (user, run) => WakeAsync(user, run, stop));
            case JobKind.Migrate:
                return (item, stop) => ForRunAsync(item, (user, run) => migrate.RunAsync(user, run, job, stop));
            default:
                var change = job.Kind switch { JobKind.Pause => RunChange.Pause, JobKind.Resume => RunChange.Resume, _ => RunChange.Cancel };
                return (item, stop) => ForRunAsync(item, async (user, run) => (await control.RunAsync(user, run, change, stop)).Outcome);
        }
    }

    /// <summary>Whom a job is about that was made without a list.</summary>
    public IAsyncEnumerable<string> PeopleOf(JourneyJob job, CancellationToken cancel) => inside.RunAsync(job.Journey, cancel);

    private async Task<string> StartAsync(JourneyJob job, JourneyVersion version, string person, CancellationToken cancel)
    {
        var how = $"job:{job.Id}";
        switch (await start.RunAsync(new(person, job.Journey, $"{how}~{person}", how, Variables: job.Variables), version, cancel))
        {
            case StartOutcome.Started { Now: true }:
                return JobOutcomes.Started;
            case StartOutcome.Started { Run: var id }:
                // Begun by an earlier attempt of this job, or else a run that nobody can have a second of.
                var known = await runs.FindAsync((await users.RunAsync(person, cancel)).Key, id, cancel);
                return known?.Run.Cause == how ? JobOutcomes.Started : known?.Run.EndedAt is null ? JobOutcomes.Inside : JobOutcomes.ReEntry;
            case StartOutcome.Refused { Reason: var reason }:
                return reason;
            default:
                throw new InvalidOperationException("An unknown outcome.");
        }
    }

    private async Task<string> WakeAsync(string user, string run, CancellationToken cancel)
    {
        await driver.WakeAsync(user, run, cancel);
        return JobOutcomes.Woken;
    }

    /// <param name="item">As <see cref="InsideOf"/> names a run.</param>
    private static Task<string> ForRunAsync(string item, Func<string, string, Task<string>> change)
    {
        var gap = item.IndexOf(' ', StringComparison.Ordinal);
        return change(item[..gap], item[(gap + 1)..]);
    }
}
