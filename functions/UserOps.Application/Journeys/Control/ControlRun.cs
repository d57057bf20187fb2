using UserOps.Application.Journeys.Jobs;
using UserOps.Application.Journeys.Running;
using UserOps.Domain.Journeys;

namespace UserOps.Application.Journeys.Control;

/// <summary>Pauses, resumes or cancels a run. Twice comes to the same.</summary>
public sealed class ControlRun(LoadRun load, CommitRun commit, RunSummaries summaries, IRunDriver driver, TimeProvider clock)
{
    private const int MaxTries = 20;

    /// <exception cref="TimeoutException">The run was written by others all the time; call again.</exception>
    public async Task<RunControlled> RunAsync(string userKey, string runId, RunChange change, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            if (await load.RunAsync(userKey, runId, cancel) is not { } loaded)
            {
                return new(JobOutcomes.NotInside, null);
            }

            var run = Changed(loaded.Run, change);
            if (run != loaded.Run)
            {
                if (await commit.RunAsync(loaded, run, heard: false, cancel) is null)
                {
                    continue;
                }

                run = run with { Rev = loaded.Run.Rev + 1 };
            }

            // Also where nothing changed: whoever changed it may have died before this.
            await summaries.PutAsync(run, loaded.UserKey, cancel);
            if (change != RunChange.Pause)
            {
                // One that sleeps goes on, and its driver learns that one which was cancelled is over.
                await driver.WakeAsync(loaded.UserKey, run.Id, cancel);
            }

            return new(OutcomeOf(run), run);
        }

        throw new TimeoutException($"A run was written by others {MaxTries} times in a row.");
    }

    private JourneyRun Changed(JourneyRun run, RunChange change) => change switch
    {
        RunChange.Pause => JourneyMachine.Pause(run),
        RunChange.Resume => JourneyMachine.Resume(run),
        _ => JourneyMachine.Cancel(run, clock.GetUtcNow()),
    };

    private static string OutcomeOf(JourneyRun run) => run switch
    {
        { Ending.Kind: RunEndingKind.Cancelled } => JobOutcomes.Cancelled,
        { State: RunState.Ended } => JobOutcomes.Ended,
        { State: RunState.Paused } => JobOutcomes.Paused,
        _ => JobOutcomes.Resumed,
    };
}
