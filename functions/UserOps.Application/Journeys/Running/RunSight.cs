using System.Text.Json;
using UserOps.Application.Settings;
using UserOps.Domain.Events;
using UserOps.Domain.Journeys;
using UserOps.Domain.Messages;
using UserOps.Domain.Segments;

namespace UserOps.Application.Journeys.Running;

/// <summary>What a run can see at its step.</summary>
public sealed class RunSight(PersonInSight person, UserOpsSettings settings)
{
    /// <summary>How far back events are looked for that there was no room to note: a sender's clock and queue may be so late.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromDays(7);

    /// <param name="listen">Whether something may have happened that the step waits for; false for one that is only just reached.</param>
    public async Task<Sight> RunAsync(LoadedRun loaded, JourneyDefinition journey, JourneyRun run, bool listen, DateTimeOffset now, CancellationToken cancel)
    {
        var facts = await person.RunAsync(loaded.Profile, MentionsOf(journey), run.EventRow, VariablesOf(run), now, cancel);
        var heard = listen && run.Step is { } step && journey.StepOf(step) is Step.WaitForEvent wait ? await AwaitedAsync(loaded, run, wait, facts, cancel) : default;
        return new(
            now,
            PersonZone.Of(loaded.Profile, settings.Workspace.Zone),
            condition => ConditionEvaluator.Evaluate(condition, facts),
            name => loaded.Profile.Traits.FirstOrDefault(trait => trait.Name == name)?.Value,
            heard.Row,
            heard.Seq);
    }

    public static IReadOnlyDictionary<string, JsonElement> VariablesOf(JourneyRun run) =>
        run.Variables is { ValueKind: JsonValueKind.Object } variables
            ? variables.EnumerateObject().DistinctBy(variable => variable.Name).ToDictionary(variable => variable.Name, variable => variable.Value, StringComparer.Ordinal)
            : new Dictionary<string, JsonElement>(StringComparer.Ordinal);

    private static Mentions MentionsOf(JourneyDefinition journey)
    {
        IEnumerable<Condition?> asked = [journey.Goal, journey.Exit, .. journey.Steps.OfType<Step.Branch>().SelectMany(branch => branch.Cases).Select(way => way.If)];
        return asked.OfType<Condition>().Aggregate(Mentions.Nothing, (mentions, condition) => mentions.With(condition));
    }

    /// <returns>Of the first event, in the order of application, that the step waits for.</returns>
    private async Task<(string? Row, long? Seq)> AwaitedAsync(LoadedRun loaded, JourneyRun run, Step.WaitForEvent wait, ConditionFacts facts, CancellationToken cancel)
    {
        if (run.Met is { } met)
        {
            return (met, null);
        }

        foreach (var note in loaded.Participation?.Heard ?? [])
        {
            if (note.Seq > run.ReachedSeq && note.Name == wait.Event
                && (wait.Where is null || (await person.EventAsync(loaded.UserKey, note.Row, cancel) is { } said && Fits(said, wait, facts))))
            {
                return (note.Row, note.Seq);
            }
        }

        if (loaded.Participation is { Missed: true })
        {
            var entry = run is { Occurrence: 1, EventRow: { } first } ? await person.EventAsync(loaded.UserKey, first, cancel) : null;
            await foreach (var (row, said) in person.EventsSinceAsync(loaded.UserKey, run.ReachedAt - Late, cancel))
            {
                var since = said.ReceivedAt >= run.ReachedAt || (said.ReceivedAt >= entry?.ReceivedAt && string.CompareOrdinal(row, run.EventRow) > 0);
                if (since && said.Name == wait.Event && Fits(said, wait, facts))
                {
                    return (row, null);
                }
            }
        }

        return default;
    }

    private static bool Fits(UserEvent said, Step.WaitForEvent wait, ConditionFacts facts) =>
        wait.Where is null || ConditionEvaluator.Evaluate(wait.Where, facts with { EventProperties = said.Properties }).Holds;
}
