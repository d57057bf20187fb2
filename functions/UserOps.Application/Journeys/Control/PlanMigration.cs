using UserOps.Application.Journeys.Jobs;
using UserOps.Application.Journeys.Running;
using UserOps.Domain.Journeys;

namespace UserOps.Application.Journeys.Control;

/// <summary>Counts what taking the people inside one version to another would do to whom, and makes a job that does it.</summary>
public sealed class PlanMigration(FindJourney find, RunSummaries summaries, InsideOf inside, CreateJob create, TimeProvider clock)
{
    /// <returns>Null when a version is not there.</returns>
    public async Task<MigrationPreview?> PreviewAsync(string key, MigrationPlan plan, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (await find.RunAsync(key, plan.From, cancel) is not { } old || await find.RunAsync(key, plan.To, cancel) is not { } with)
        {
            return null;
        }

        var people = new Dictionary<string, int>(StringComparer.Ordinal);
        await foreach (var run in summaries.AllAsync(key, cancel))
        {
            if (run.State != RunState.Ended && run.Version == plan.From)
            {
                people[run.Step!] = people.GetValueOrDefault(run.Step!) + 1;
            }
        }

        return MigrationPreview.Of(old.Journey, with.Journey, plan.Mapping, people);
    }

    public Task<JourneyJob> RunAsync(string id, string request, string key, MigrationPlan plan, CancellationToken cancel) => create.RunAsync(
        new() { Id = id, Kind = JobKind.Migrate, Journey = key, Request = request, CreatedAt = clock.GetUtcNow(), Migration = plan },
        inside.OfVersionAsync(key, plan.From, cancel),
        cancel);
}
