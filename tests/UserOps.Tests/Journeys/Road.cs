using System.Text.Json;
using NodaTime;
using UserOps.Domain.Journeys;
using UserOps.Domain.Segments;

namespace UserOps.Tests.Journeys;

/// <summary>A journey and one person in it, under a clock that the test moves: what a driver does, without storage.</summary>
internal sealed class Road
{
    private readonly Dictionary<Condition, Verdict> _answers = [];
    private readonly Dictionary<string, string> _traits = [];

    public Road(params Step[] steps)
    {
        Journey = new() { Key = "welcome", Name = "Welcome", Entry = new Entry.ByHand(), Steps = steps };
    }

    public JourneyDefinition Journey { get; set; }

    public DateTimeZone Zone { get; set; } = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    public DateTimeOffset Now { get; set; } = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    public long Seq { get; set; } = 10;

    /// <summary>Row of an event that the present step waits for.</summary>
    public string? EventRow { get; set; }

    public JourneyRun Run { get; set; } = null!;

    /// <summary>What was carried out and which ways were taken, in order.</summary>
    public List<string> Log { get; } = [];

    public string UserKey { get; set; } = "u~ann";

    public Road Begin()
    {
        Run = JourneyMachine.Begin(Journey, 1, "run", UserKey, Now, Seq, "e~entry");
        return this;
    }

    public void Answer(Condition condition, bool holds, DateTimeOffset? validUntil = null) => _answers[condition] = new(holds, validUntil);

    public void Has(string trait, string value) => _traits[trait] = value;

    public RunDecision Decide() => JourneyMachine.Decide(Journey, Run, Sight());

    /// <summary>Goes on until the run sleeps, rests or ends.</summary>
    /// <returns>Until when it sleeps; null: it does not.</returns>
    public DateTimeOffset? Go()
    {
        for (var steps = 0; steps < 1_000; steps++)
        {
            var decision = Decide();
            switch (decision)
            {
                case RunDecision.Sleep { Until: var until }:
                    return until;
                case RunDecision.Rest:
                    return null;
                case RunDecision.Perform { Step: var step }:
                    Log.Add($"{step.Id}#{Run.Occurrence}");
                    Run = JourneyMachine.Performed(Run, step, Outcomes.Done, Now, Seq);
                    break;
                default:
                    Log.Add(decision is RunDecision.Move { Way: { } way } ? $"{Run.Step}: {way}" : "");
                    Run = JourneyMachine.Evolve(Run, decision, Sight(), Seq);
                    EventRow = null;
                    break;
            }

            Log.RemoveAll(line => line.Length == 0);
        }

        throw new InvalidOperationException("The run neither sleeps nor ends.");
    }

    /// <summary>Goes on, and lets time pass while it sleeps.</summary>
    public void GoToEnd()
    {
        while (Go() is { } until)
        {
            Now = until;
        }
    }

    private Sight Sight() => new(Now, Zone, condition => _answers.GetValueOrDefault(condition), name => _traits.TryGetValue(name, out var text) ? JsonSerializer.SerializeToElement(text) : null, EventRow);
}
