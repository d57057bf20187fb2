using UserOps.Application.Messages.Sending;
using UserOps.Domain.Journeys;

namespace UserOps.Application.Journeys.Simulation;

/// <summary>Puts together, step by step, what one person's rows and notes say.</summary>
internal static class DescribeWay
{
    private const string ByStep = "step";

    /// <param name="tried">Whose steps' types are known; other journeys' are not told.</param>
    public static WayView Of(SimulatedPerson person, SimulationSpan span, JourneyDefinition tried) => new(
        span.From,
        span.Horizon,
        [.. person.Starts.Select(Of)],
        [.. person.Runs.Select(run => new RunWayView(run.Journey, run.StartedAt, run.HoldOut, run.State, run.Ending, run.EndedAt, [.. StepsOf(person, run, tried)]))]);

    private static StartView Of(SimulatedStart start) => start.Outcome switch
    {
        StartOutcome.Started { Now: var now } => new(start.At, start.Request.Journey, now ? "started" : "known", null),
        StartOutcome.Refused { Reason: var reason } => new(start.At, start.Request.Journey, "refused", reason),
        _ => throw new InvalidOperationException("An unknown outcome."),
    };

    private static IEnumerable<StepWayView> StepsOf(SimulatedPerson person, JourneyRun run, JourneyDefinition tried)
    {
        var reached = run.StartedAt;
        foreach (var left in run.Path)
        {
            yield return Of(person, run, tried, left.Step, left.Occurrence, reached, left.Outcome, left.At);
            reached = left.At;
        }

        if (run.Step is { } step)
        {
            yield return Of(person, run, tried, step, run.Occurrence, run.ReachedAt, null, null);
        }
    }

    private static StepWayView Of(
        SimulatedPerson person, JourneyRun run, JourneyDefinition tried, string step, int occurrence, DateTimeOffset reached, string? outcome, DateTimeOffset? at)
    {
        var message = person.Messages.FirstOrDefault(entry => entry.Run == run.Id && entry.Step == step && entry.Occurrence == occurrence);
        var waits = person.Waits.Where(wait => wait.Run == run.Id && wait.Step == step && wait.Occurrence == occurrence);
        return new(
            step,
            run.Journey == tried.Key ? StepTypes.Of(tried.StepOf(step)) : "",
            reached,
            outcome,
            at,
            [.. waits.Select(wait => new WaitWayView(wait.At, wait.Until, wait.Because ?? ByStep))],
            message is null ? null : new(
                message.State, message.Channel, message.Template, message.Language, person.Subjects.GetValueOrDefault(MessageRow.Key(message).Value), message.Reason, message.CostMinor));
    }
}
