using System.Globalization;
using UserOps.Application.Scoring;

namespace UserOps.Application.Recommendations;

/// <summary>
/// Begins a run after each scoring that was published, or goes on with one that was interrupted. That one is due shows in the rows themselves, so no hint of it can be lost.
/// </summary>
public sealed class StartRecommendations(RecommendationRows rows, RunRows scoring, TimeProvider time)
{
    /// <returns>The run to carry on with; null: none is due.</returns>
    public async Task<RecommendationRun?> RunAsync(CancellationToken cancel)
    {
        if (await DueAsync(cancel) is not var (asOf, scoredAt))
        {
            return null;
        }

        var run = await rows.UpdateAsync(before => before?.ScoredAt == scoredAt ? null : Next(before, asOf, scoredAt), cancel);
        return run is { FinishedAt: null } ? run : null;
    }

    /// <summary>Whether a run is due, without beginning it.</summary>
    public async Task<bool> IsDueAsync(CancellationToken cancel) => await DueAsync(cancel) is not null;

    private async Task<(DateOnly AsOf, DateTimeOffset ScoredAt)?> DueAsync(CancellationToken cancel)
    {
        if (await scoring.LatestAsync(cancel) is not { } day || await scoring.FindAsync(day, cancel) is not { FinishedAt: { } scoredAt })
        {
            return null;
        }

        return await rows.LastAsync(cancel) is { FinishedAt: not null } last && last.ScoredAt == scoredAt ? null : (day, scoredAt);
    }

    private RecommendationRun Next(RecommendationRun? before, DateOnly asOf, DateTimeOffset scoredAt)
    {
        var now = time.GetUtcNow();
        return new()
        {
            Id = $"{RunRows.Text(asOf)}-{now.UtcTicks.ToString("x", CultureInfo.InvariantCulture)}",
            AsOf = asOf,
            ScoredAt = scoredAt,
            StartedAt = now,
            Former = before is null ? [] : [.. before.Former, before.Id],
        };
    }
}
