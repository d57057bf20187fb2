using UserOps.Application.Settings;
using UserOps.Domain.Orders;

namespace UserOps.Application.Scoring.Model;

/// <summary>The models of a run: of the published one, or of a day that was asked for.</summary>
public sealed class ReadModel(RunRows runs, UserOpsSettings settings)
{
    /// <returns>Null where no finished run of the day has any.</returns>
    internal async Task<ModelView?> RunAsync(DateOnly? asOf, CancellationToken cancel)
    {
        if ((asOf ?? await runs.LatestAsync(cancel)) is not { } day || await runs.FindAsync(day, cancel) is not { Value: { } value })
        {
            return null;
        }

        var currency = settings.Workspace.Currency;
        return new(
            day,
            "weeks",
            BgNbdView.Of(value.Purchases),
            GammaGammaView.Of(value.Values, Currencies.MinorPerMajor(currency)),
            currency,
            value.Tiers is { HighFromMinor: var high } ? Currencies.ToMajor(high, currency) : null,
            value.Tiers is { MidFromMinor: var mid } ? Currencies.ToMajor(mid, currency) : null,
            value.HoldOut is { } check ? HoldOutView.Of(check) : null);
    }
}
