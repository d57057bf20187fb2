using UserOps.Domain.Segments;

namespace UserOps.Domain.Journeys;

/// <summary>
/// The rules of the road. <see cref="Decide"/> says what to do about a run, <see cref="Evolve"/> what the run is once that is done; both are functions of what is
/// stored, so a replay, a restart and a doubled wake-up come to the same.
/// </summary>
public static class JourneyMachine
{
    private const string EventWay = "event";
    private const int LongestPath = 50;

    public static JourneyRun Begin(JourneyDefinition journey, int version, string id, string userKey, DateTimeOffset now, long seq, string? eventRow = null) => new()
    {
        Id = id,
        Journey = journey.Key,
        Version = version,
        UserKey = userKey,
        Step = journey.Steps[0].Id,
        StartedAt = now,
        ReachedAt = now,
        ReachedSeq = seq,
        EventRow = eventRow,
        HoldOut = IsHeldOut(journey, userKey),
    };

    /// <summary>Whether this person goes through without a message, to be compared with; known before they come in.</summary>
    public static bool IsHeldOut(JourneyDefinition journey, string userKey) => Shares.Draw($"hold-out\n{journey.Key}", userKey, 100) < journey.HoldOutPercent;

    public static RunDecision Decide(JourneyDefinition journey, JourneyRun run, Sight sight)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(sight);
        if (run.State != RunState.Active || run.Step is null)
        {
            return new RunDecision.Rest();
        }

        var goal = Ask(journey.Goal, sight);
        if (goal.Holds)
        {
            return new RunDecision.End(new(run is { Occurrence: 1, Wait: null } ? RunEndingKind.AlreadyThere : RunEndingKind.Converted));
        }

        var exit = Ask(journey.Exit, sight);
        if (exit.Holds)
        {
            return new RunDecision.End(new(RunEndingKind.Left));
        }

        // Without anything happening the answers may change while the run sleeps.
        var decision = AtStep(journey, run, sight);
        return decision is RunDecision.Sleep { Until: var until } ? new RunDecision.Sleep(Earliest(until, goal.ValidUntil, exit.ValidUntil)) : decision;
    }

    /// <param name="seq">The profile's count of applied events at the commit that stores the result.</param>
    public static JourneyRun Evolve(JourneyRun run, RunDecision decision, Sight sight, long seq) => decision switch
    {
        // What was applied after the event counts for the step that it leads to, whether the run looked in between or not.
        RunDecision.Move { To: var to, Way: EventWay } => Leave(run, to, EventWay, sight.Now, sight.EventSeq ?? seq) with { EventRow = sight.EventRow },
        RunDecision.Move { To: var to, Way: var way } => Leave(run, to, way ?? Outcomes.Done, sight.Now, seq),
        RunDecision.Open { Wait: var wait } => run with { Wait = wait },
        RunDecision.End { Ending: var ending } => Stop(run, ending, sight.Now),
        _ => run,
    };

    /// <summary>The step is done, whatever came of it: a message that was skipped or refused holds nobody up.</summary>
    /// <param name="outcome">As in <see cref="StepTally"/>.</param>
    public static JourneyRun Performed(JourneyRun run, Step step, string outcome, DateTimeOffset now, long seq) => Leave(run, step.Next, outcome, now, seq);

    /// <summary>The step's turn comes later. Only what was tried counts as an attempt: quiet hours and a place in line cost none.</summary>
    public static JourneyRun Postponed(JourneyRun run, DateTimeOffset until, string? because = null) =>
        run with { Wait = new RunWait.Turn(because, run.Attempts + (because == RunWait.Turn.Provider ? 1 : 0)) { Until = until } };

    public static JourneyRun Cancel(JourneyRun run, DateTimeOffset now) => run.State == RunState.Ended ? run : Stop(run, new(RunEndingKind.Cancelled), now);

    /// <summary>The person became one with somebody who is in the journey too.</summary>
    public static JourneyRun Merge(JourneyRun run, DateTimeOffset now) => run.State == RunState.Ended ? run : Stop(run, new(RunEndingKind.Merged), now);

    public static JourneyRun Pause(JourneyRun run) => run.State == RunState.Active ? run with { State = RunState.Paused } : run;

    /// <summary>Its alarm may have gone off meanwhile, by a clock that is ahead of that of whoever goes on with it; so it needs another.</summary>
    public static JourneyRun Resume(JourneyRun run) => run.State == RunState.Paused ? run with { State = RunState.Active, Alarm = null } : run;

    /// <summary>Goes on in another version. Whoever stays at a step keeps what was begun there, so that no step is taken twice.</summary>
    /// <param name="to">The step of that version; null: the run ends.</param>
    /// <param name="anew">The step there is another one by the same name, and is begun.</param>
    public static JourneyRun Migrate(JourneyRun run, int version, string? to, DateTimeOffset now, long seq, bool anew = false) =>
        run.State == RunState.Ended ? run
        : to is null ? Stop(run with { Version = version }, new(RunEndingKind.Completed), now)
        : to == run.Step && !anew ? run with { Version = version }
        : Reach(run with { Version = version }, to, now, seq);

    private static RunDecision AtStep(JourneyDefinition journey, JourneyRun run, Sight sight)
    {
        var step = journey.StepOf(run.Step!);
        return (run.Wait, step) switch
        {
            (_, Step.WaitForEvent wait) when sight.EventRow is not null => new RunDecision.Move(wait.Next, EventWay),
            (RunWait.Event, Step.WaitForEvent wait) when run.Wait.Until <= sight.Now => new RunDecision.Move(wait.OnTimeout, "timeout"),
            (RunWait.Time, Step.Wait) when run.Wait.Until <= sight.Now => new RunDecision.Move(step.Next),
            ({ Until: var until }, _) when until > sight.Now => new RunDecision.Sleep(until),
            _ => Arrived(journey, run, step, sight),
        };
    }

    private static RunDecision Arrived(JourneyDefinition journey, JourneyRun run, Step step, Sight sight)
    {
        switch (step)
        {
            case Step.Wait wait:
                var end = WaitClock.EndOf(wait.Until, run.ReachedAt, sight.Zone, sight.Trait);
                return end <= sight.Now ? new RunDecision.Move(step.Next) : new RunDecision.Open(new RunWait.Time { Until = end });
            case Step.WaitForEvent wait:
                return new RunDecision.Open(new RunWait.Event(wait.Event) { Until = WaitClock.EndOf(new WaitUntil.Passed(wait.Timeout), run.ReachedAt, sight.Zone, sight.Trait) });
            case Step.Branch branch:
                var met = branch.Cases.Index().FirstOrDefault(c => sight.Ask(c.Item.If).Holds);
                return met.Item is { } taken ? new RunDecision.Move(taken.Then, $"case {met.Index + 1}") : new RunDecision.Move(step.Next, "otherwise");
            case Step.Split split:
                var arm = ArmOf(journey, split, run.UserKey);
                return new RunDecision.Move(arm.Then, arm.Name);
            case Step.Exit leave:
                return new RunDecision.End(new(RunEndingKind.Exited, leave.Reason));
            default:
                return new RunDecision.Perform(step, journey.TooLate is { } late ? WaitClock.EndOf(new WaitUntil.Passed(late), run.ReachedAt, sight.Zone, sight.Trait) : null);
        }
    }

    private static SplitArm ArmOf(JourneyDefinition journey, Step.Split split, string userKey)
    {
        var draw = Shares.Draw($"split\n{journey.Key}\n{split.Id}", userKey, split.Arms.Sum(arm => arm.Weight));
        return split.Arms.First(arm => (draw -= arm.Weight) < 0);
    }

    private static JourneyRun Leave(JourneyRun run, string? to, string outcome, DateTimeOffset now, long seq)
    {
        var left = Noted(run, outcome, now);
        return to is null ? End(left, new(RunEndingKind.Completed), now) : Reach(left, to, now, seq);
    }

    /// <summary>Ends at a step that is not carried out any more.</summary>
    private static JourneyRun Stop(JourneyRun run, RunEnding ending, DateTimeOffset now) => End(Noted(run, Outcomes.Of(ending.Kind), now), ending, now);

    private static JourneyRun Noted(JourneyRun run, string outcome, DateTimeOffset now)
    {
        var tallied = run.Tally.FirstOrDefault(known => known.Step == run.Step && known.Outcome == outcome);
        return run with
        {
            Path = [.. run.Path.TakeLast(LongestPath - 1), new(run.Step!, run.Occurrence, now, outcome)],
            Tally = tallied is null
                ? [.. run.Tally, new(run.Step!, outcome, 1)]
                : [.. run.Tally.Select(known => known == tallied ? known with { Count = known.Count + 1 } : known)],
        };
    }

    private static JourneyRun Reach(JourneyRun run, string step, DateTimeOffset now, long seq) =>
        run with { Step = step, Occurrence = run.Occurrence + 1, ReachedAt = now, ReachedSeq = seq, Wait = null, Met = null };

    private static JourneyRun End(JourneyRun run, RunEnding ending, DateTimeOffset now) =>
        run with { State = RunState.Ended, Step = null, Wait = null, Met = null, Ending = ending, EndedAt = now };

    private static Verdict Ask(Condition? condition, Sight sight) => condition is null ? default : sight.Ask(condition);

    private static DateTimeOffset Earliest(DateTimeOffset until, params ReadOnlySpan<DateTimeOffset?> others)
    {
        foreach (var other in others)
        {
            until = other is { } sooner && sooner < until ? sooner : until;
        }

        return until;
    }
}
