using UserOps.Domain.Journeys;

namespace UserOps.Application.Journeys.Running;

/// <summary>
/// Takes a run as far as it goes now. What it decides hangs on stored rows alone, and whatever it does for a step it does under the name of run, step and occurrence; so it may be
/// called by two at once, be killed anywhere and be called for nothing.
/// </summary>
public sealed class AdvanceRun(
    LoadRun load, CommitRun commit, RunSight look, PerformStep perform, FindJourney find, JourneyRows journeys, RunAlarms alarms, RunSummaries summaries, TimeProvider clock)
    : IAdvanceRuns
{
    /// <summary>Commits of one call, so that a driver can tell that it is alive.</summary>
    private const int MostTurns = 50;

    /// <summary>Ways that are taken without a commit between them; no journey has a loop without a wait.</summary>
    private const int MostMoves = 1_000;

    public async Task<RunProgress> RunAsync(string userKey, string runId, CancellationToken cancel)
    {
        LoadedRun? stored = null;
        for (var turn = 0; turn < MostTurns; turn++)
        {
            if (await (stored is null ? load.RunAsync(userKey, runId, cancel) : load.AgainAsync(stored, cancel)) is not { } loaded)
            {
                return new RunProgress.Gone();
            }

            switch (await TurnAsync(loaded, cancel))
            {
                case (_, { } progress):
                    return progress;
                case var (committed, _):
                    stored = committed;
                    break;
            }
        }

        return new RunProgress.Again();
    }

    /// <returns>No progress: there is more to do. No run then: it has to be read again, since somebody else wrote.</returns>
    private async Task<(LoadedRun? Stored, RunProgress? Progress)> TurnAsync(LoadedRun loaded, CancellationToken cancel)
    {
        var run = loaded.Run;
        if (run.State == RunState.Ended)
        {
            return (loaded, await EndedAsync(loaded, cancel));
        }

        var version = await find.RunAsync(run.Journey, run.Version, cancel)
            ?? throw new InvalidDataException($"Run {run.Id} is in version {run.Version} of journey {run.Journey}, which is not stored.");
        var now = clock.GetUtcNow();
        if (run.State == RunState.Paused)
        {
            return (null, await PausedAsync(loaded, version.Journey, now, cancel));
        }

        var (next, decision) = await MoveAsync(loaded, version.Journey, now, cancel);
        switch (decision)
        {
            case RunDecision.Sleep { Until: var until }:
                return (null, await SleepAsync(loaded, next, until, cancel));
            case RunDecision.Perform { Step: var step, Deadline: var deadline } when next != run:
                // Committed before anything is done for the step, so that nobody who reads the row goes another way after it.
                return await commit.RunAsync(loaded, next, heard: true, cancel) is { } moved ? await PerformAsync(moved, step, deadline, cancel) : default;
            case RunDecision.End:
            case RunDecision.Move:
                return await commit.RunAsync(loaded, next, heard: true, cancel) is { } ended ? (ended, await EndedAsync(ended, cancel)) : default;
            case RunDecision.Perform { Step: var step, Deadline: var deadline }:
                return await PerformAsync(loaded, step, deadline, cancel);
            default:
                return (null, await ShownAsync(loaded, new RunProgress.Resting(), cancel));
        }
    }

    /// <summary>Takes every way that needs nothing but a decision.</summary>
    private async Task<(JourneyRun Run, RunDecision Decision)> MoveAsync(LoadedRun loaded, JourneyDefinition journey, DateTimeOffset now, CancellationToken cancel)
    {
        var run = loaded.Run;
        var sight = await look.RunAsync(loaded, journey, run, listen: true, now, cancel);
        for (var moves = 0; moves < MostMoves; moves++)
        {
            var decision = JourneyMachine.Decide(journey, run, sight);
            if (decision is RunDecision.Perform or RunDecision.Sleep or RunDecision.Rest)
            {
                return (run, decision);
            }

            var before = run;
            run = JourneyMachine.Evolve(run, decision, sight, loaded.Profile.Seq);
            if (run.State == RunState.Ended)
            {
                return (run, decision);
            }

            // Of several events that came at once, each may be the one that the next step waits for.
            var listen = decision is RunDecision.Move && sight.EventSeq is not null && loaded.Participation is { Missed: false };
            sight = run.EventRow == before.EventRow ? sight with { EventRow = null, EventSeq = null } : await look.RunAsync(loaded, journey, run, listen, now, cancel);
        }

        throw new InvalidDataException($"Journey {journey.Key} goes round without a wait.");
    }

    private async Task<RunProgress?> SleepAsync(LoadedRun loaded, JourneyRun run, DateTimeOffset until, CancellationToken cancel)
    {
        var asleep = run with { Alarm = until };
        if (asleep != loaded.Run || loaded.Participation is { Heard: not null } or { Missed: true })
        {
            // Whoever comes to rely on the old alarm again after this commit writes it anew, so that only the one read here is deleted.
            var old = loaded.Run.Alarm is { } earlier && earlier != until ? await alarms.FindAsync(run.Id, earlier, cancel) : null;

            // A spurious alarm is harmless, a missing one is not: it stands before the row that relies on it.
            if (loaded.Run.Alarm != until)
            {
                await alarms.SetAsync(loaded.UserKey, run.Id, until, cancel);
            }

            if (await commit.RunAsync(loaded, asleep, heard: true, cancel) is not { } stored)
            {
                return null;
            }

            if (old is not null)
            {
                await alarms.RemoveAsync(old, cancel);
            }

            loaded = stored;
        }

        return await ShownAsync(loaded, new RunProgress.SleepUntil(until), cancel);
    }

    private async Task<(LoadedRun? Stored, RunProgress? Progress)> PerformAsync(LoadedRun loaded, Step step, DateTimeOffset? deadline, CancellationToken cancel)
    {
        if (await IsPausedAsync(loaded.Run.Journey, cancel))
        {
            // Whoever resumes the journey wakes up what is listed. Looked at again once it is, so that a resumption in between is not missed.
            await summaries.PutAsync(loaded.Run, loaded.UserKey, cancel);
            if (await IsPausedAsync(loaded.Run.Journey, cancel))
            {
                return (null, new RunProgress.Resting());
            }
        }

        var run = loaded.Run;
        switch (await perform.RunAsync(loaded, step, deadline, cancel))
        {
            case Performed.Later { Instant: var instant, Because: var because }:
                return (null, await SleepAsync(loaded, JourneyMachine.Postponed(run, instant, because), instant, cancel));
            case Performed.Done { Outcome: var outcome }:
                var done = JourneyMachine.Performed(run, step, outcome, clock.GetUtcNow(), loaded.Profile.Seq);
                return await commit.RunAsync(loaded, done, heard: false, cancel) switch
                {
                    { Run.State: RunState.Ended } ended => (ended, await EndedAsync(ended, cancel)),
                    var stored => (stored, null),
                };
            default:
                return default;
        }
    }

    private async Task<bool> IsPausedAsync(string journey, CancellationToken cancel) => await journeys.FindAsync(journey, cancel) is { Head.PausedAt: not null };

    /// <summary>What comes while it is paused is not lost, but nothing is done about it.</summary>
    private async Task<RunProgress?> PausedAsync(LoadedRun loaded, JourneyDefinition journey, DateTimeOffset now, CancellationToken cancel)
    {
        var run = loaded.Run;
        if (loaded.Participation is { Heard: not null } or { Missed: true })
        {
            var met = (await look.RunAsync(loaded, journey, run, listen: true, now, cancel)).EventRow;
            return await commit.RunAsync(loaded, run with { Met = met }, heard: true, cancel) is { } stored ? await ShownAsync(stored, new RunProgress.Resting(), cancel) : null;
        }

        return await ShownAsync(loaded, new RunProgress.Resting(), cancel);
    }

    private async Task<RunProgress> EndedAsync(LoadedRun loaded, CancellationToken cancel)
    {
        // Shown first: without an alarm nobody would come back to do it.
        var ended = await ShownAsync(loaded, new RunProgress.Ended(), cancel);
        if (loaded.Run.Alarm is { } last)
        {
            await alarms.ClearAsync(loaded.Run.Id, last, cancel);
        }

        return ended;
    }

    /// <summary>Checked at every call, so that a crash before it only delays what lists and figures show.</summary>
    private async Task<RunProgress> ShownAsync(LoadedRun loaded, RunProgress progress, CancellationToken cancel)
    {
        await summaries.PutAsync(loaded.Run, loaded.UserKey, cancel);
        return progress;
    }
}
