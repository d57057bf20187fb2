namespace UserOps.Application.Scoring.Model;

/// <summary>The models of a run as they are shown over HTTP.</summary>
/// <param name="TimeUnit">Of <paramref name="BgNbd"/>.</param>
/// <param name="Currency">Of v in <paramref name="GammaGamma"/> and of the tiers, in major units.</param>
/// <param name="HighFrom">Lifetime value from which on a customer is in the high tier.</param>
internal sealed record ModelView(
    DateOnly AsOf,
    string TimeUnit,
    BgNbdView BgNbd,
    GammaGammaView GammaGamma,
    string Currency,
    decimal? HighFrom,
    decimal? MidFrom,
    HoldOutView? HoldOut);
