using UserOps.Application.Journeys.Running;
using UserOps.Application.Storage;
using UserOps.Domain.Journeys;

namespace UserOps.Tests.Simulation.Invariants;

/// <summary>Invariant 6: time goes on until no alarm is left, and every wait of these journeys has an end. So a run that has not ended was lost.</summary>
internal sealed class EveryRunEnds : IInvariant
{
    public IEnumerable<string> Broken(Simulation simulation, Picture end)
    {
        foreach (var row in end.Rows.Where(row => row.Key.Value.StartsWith(JourneyRunRows.Prefix, StringComparison.Ordinal)))
        {
            var run = JourneyRunRows.Read(row);
            if (run.State != RunState.Ended)
            {
                yield return $"lost run: {run.Id} in {run.Journey} at {run.Step} since {run.ReachedAt:O}, {run.Wait}, alarm {run.Alarm:O}";
            }
            // Where two take the same alarm, one can delete it while the other dies after the last commit: then lists lag behind until the run is next looked at.
            else if (!simulation.TwoClocks && Summary(end, run) is var summary && summary?.Properties.Number("rev") != run.Rev)
            {
                yield return $"list: run {run.Id} in {run.Journey} stands at {run.Rev} and is shown at {summary?.Properties.Number("rev")}";
            }
        }

        foreach (var inside in end.Profiles.SelectMany(profile => profile.Journeys ?? []).Where(inside => inside.IsActive))
        {
            yield return $"inside for ever: {inside.Run} in {inside.Journey}";
        }

        foreach (var person in simulation.Scenario.People)
        {
            if (!end.RunsOf(World.Keys.Of(Domain.Users.Identifier.User(person.Id))).Any(run => run.Journey == Campaign.Onboarding))
            {
                yield return $"never began: {person.Id} signed up and is in no {Campaign.Onboarding}";
            }
        }
    }

    private static Row? Summary(Picture end, JourneyRun run) =>
        end.RowsOf(RunSummaries.Partition(run.Journey, RunSummaries.ShardOf(run.Id)).Value, run.Id).SingleOrDefault();
}
