using NodaTime;
using UserOps.Application.Storage;
using UserOps.Domain;
using UserOps.Domain.Orders;
using UserOps.Domain.Scoring.Value;

namespace UserOps.Application.Scoring;

/// <summary>
/// What the models of the published run let expect of somebody. The run is up to <see cref="FreshCopy{T}.Freshness"/> old where another process publishes, so that looking at everybody after a night
/// does not read one row over and over.
/// </summary>
public sealed class PublishedModels
{
    private readonly FreshCopy<Known> _copy;

    public PublishedModels(FindScores find, TimeProvider clock) => _copy = new(async cancel => new(await find.RunAsync(null, cancel)), clock);

    /// <summary>A run was published here.</summary>
    public void Forget() => _copy.Forget();

    /// <param name="now">Where a journey is tried on the past, before the run's day: then as of that day, by today's models.</param>
    /// <returns>Null before the first run, and without a purchase that counts.</returns>
    public async Task<PurchaseOutlook?> OfAsync(PurchaseHistory purchases, DateTimeOffset now, DateTimeZone zone, CancellationToken cancel) =>
        (await _copy.RunAsync(cancel)).Run is { } run
            ? PurchaseOutlook.Of(purchases, Math.Min(Days.Of(run.AsOf), Days.Of(now, zone)), run.Value, run.Rules.Value)
            : null;

    private sealed record Known(ScoringRun? Run);
}
