using UserOps.Application.Journeys.Jobs;
using UserOps.Application.Journeys.Running;
using UserOps.Application.Messages.Sending;
using UserOps.Domain.Journeys;
using UserOps.Domain.Messages;

namespace UserOps.Application.Journeys.Control;

/// <summary>Takes a run to another version, by the step at which it is then. Twice comes to the same.</summary>
public sealed class MigrateRun(
    LoadRun load, CommitRun commit, FindJourney find, AdvanceRun advance, MessageRows messages, RunSummaries summaries, IRunDriver driver, TimeProvider clock)
{
    private const int MaxTries = 20;

    /// <returns>As in <see cref="JobOutcomes"/>.</returns>
    /// <exception cref="TimeoutException">The run was written by others all the time; call again.</exception>
    public async Task<string> RunAsync(string userKey, string runId, JourneyJob job, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(job);
        var plan = job.Migration!;
        var old = await VersionAsync(job.Journey, plan.From, cancel);
        var with = await VersionAsync(job.Journey, plan.To, cancel);
        var settled = false;
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            if (await load.RunAsync(userKey, runId, cancel) is not { } loaded)
            {
                return JobOutcomes.NotInside;
            }

            var run = loaded.Run;
            if (run.Migrated is { } by && by.StartsWith(job.Id, StringComparison.Ordinal))
            {
                await ShownAsync(loaded, run, cancel);
                return by[(job.Id.Length + 1)..];
            }

            if (run.State == RunState.Ended || run.Version != plan.From)
            {
                return run.State == RunState.Ended ? JobOutcomes.Ended : JobOutcomes.Elsewhere;
            }

            var (said, to) = plan.TargetOf(run.Step!, with);
            if (!said)
            {
                return JobOutcomes.Unmapped;
            }

            var from = old.StepOf(run.Step!);
            var anew = to?.GetType() != from.GetType();
            if ((to?.Id != run.Step || anew) && await IsBegunAsync(loaded, from, settled, cancel))
            {
                if (settled)
                {
                    return JobOutcomes.InFlight;
                }

                // What is done for a step is done under its name: it ends there, or it would be done again under another.
                settled = true;
                await advance.RunAsync(userKey, runId, cancel);
                continue;
            }

            var outcome = to is null ? JobOutcomes.Out : to.Id == run.Step ? JobOutcomes.Stayed : JobOutcomes.Moved;
            var after = JourneyMachine.Migrate(run, plan.To, to?.Id, clock.GetUtcNow(), loaded.Profile.Seq, anew) with { Migrated = $"{job.Id}:{outcome}" };
            if (await commit.IntoVersionAsync(loaded, after, Listening.Of(with), cancel) is not null)
            {
                await ShownAsync(loaded, after with { Rev = run.Rev + 1 }, cancel);
                return outcome;
            }
        }

        throw new TimeoutException($"A run was written by others {MaxTries} times in a row.");
    }

    /// <summary>Something may have been done for the step already, or be on its way.</summary>
    private async Task<bool> IsBegunAsync(LoadedRun loaded, Step step, bool settled, CancellationToken cancel)
    {
        var run = loaded.Run;
        return step switch
        {
            Step.Wait or Step.WaitForEvent or Step.Branch or Step.Split or Step.Exit => false,
            Step.Send => await messages.FindAsync(loaded.UserKey, MessageRow.Key(run.Id, step.Id, run.Occurrence).Value, cancel) is { Entry.State: not MessageState.Skipped },

            // It has no ledger to ask; but one that waits for its turn, rests or was given its turn just now has nothing under way.
            _ => !settled && run is { State: RunState.Active, Wait: not RunWait.Turn },
        };
    }

    private async Task ShownAsync(LoadedRun loaded, JourneyRun run, CancellationToken cancel)
    {
        await summaries.PutAsync(run, loaded.UserKey, cancel);
        await driver.WakeAsync(loaded.UserKey, run.Id, cancel);
    }

    private async Task<JourneyDefinition> VersionAsync(string journey, int version, CancellationToken cancel) =>
        (await find.RunAsync(journey, version, cancel))?.Journey ?? throw new InvalidDataException($"Journey {journey} has no version {version}.");
}
