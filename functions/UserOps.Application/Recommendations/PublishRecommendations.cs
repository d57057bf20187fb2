using UserOps.Domain.Recommendations;

namespace UserOps.Application.Recommendations;

/// <summary>Last step: shows the run, and clears away its work and the runs before the last one, which somebody may be reading still.</summary>
public sealed class PublishRecommendations(RecommendationRows rows, TimeProvider time)
{
    public async Task RunAsync(RecommendationRun run, CancellationToken cancel)
    {
        if (await rows.FindAsync(run.Id, RecommendationRows.Products, cancel) is not { } chosen)
        {
            return;
        }

        var count = Products.FromBytes(chosen).Count;
        var shown = await rows.UpdateAsync(
            now => now is { FinishedAt: null } && now.Id == run.Id ? now with { FinishedAt = time.GetUtcNow(), Products = count } : null, cancel, publish: true);
        if (shown?.Id != run.Id)
        {
            // A newer run has begun, and sees to the rows of this one.
            return;
        }

        await rows.ClearWorkAsync(run.Id, cancel);
        foreach (var former in shown.Former.SkipLast(1))
        {
            await rows.ClearAsync(former, cancel);
        }

        await rows.UpdateAsync(now => now?.Id == run.Id && now.Former.Count > 1 ? now with { Former = [.. now.Former.TakeLast(1)] } : null, cancel);
    }
}
