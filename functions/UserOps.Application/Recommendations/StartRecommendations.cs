using System.Globalization;
using UserOps.Application.Scoring;

namespace UserOps.Application.Recommendations;

/// <summary>
/// Begins a run after each scoring that was published, or goes on with one that was interrupted. That one is due shows in the rows themselves, so no hint of it can be lost.
/// </summary>
public sealed class StartRecommendations(RecommendationRows rows, RunRows runs, TimeProvider time)
{
    /// <returns>The run to carry on with; null: none is due.</returns>
    public async Task<RecommendationRun?> RunAsync(CancellationToken cancel)
    {
        if (await DueAsync(cancel) is not var (asOf, scoring))
        {
            return null;
        }

        var run = await rows.UpdateAsync(before => before?.Scoring == scoring ? null : Next(before, asOf, scoring), cancel);
        return run is { FinishedAt: null } ? run : null;
    }

    /// <summary>Whether a run is due, without beginning it.</summary>
    public async Task<bool> IsDueAsync(CancellationToken cancel) => await DueAsync(cancel) is not null;

    private async Task<(DateOnly AsOf, string Scoring)?> DueAsync(CancellationToken cancel)
    {
        if (await runs.LatestAsync(cancel) is not { } day || await runs.FindAsync(day, cancel) is not { FinishedAt: { } end } scored)
        {
            return null;
        }

        var scoring = $"{RunRows.Text(day)} {scored.Attempt.ToString(CultureInfo.InvariantCulture)} {end.UtcTicks.ToString(CultureInfo.InvariantCulture)}";
        return await rows.LastAsync(cancel) is { FinishedAt: not null } last && last.Scoring == scoring ? null : (day, scoring);
    }

    private RecommendationRun Next(RecommendationRun? before, DateOnly asOf, string scoring) => new()
    {
        Number = (before?.Number ?? 0) + 1,
        AsOf = asOf,
        Scoring = scoring,
        StartedAt = time.GetUtcNow(),
        Former = before is null ? [] : [.. before.Former, before.Id],
    };
}
