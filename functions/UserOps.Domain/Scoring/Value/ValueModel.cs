namespace UserOps.Domain.Scoring.Value;

/// <summary>What a run found about purchases to come: the fitted models or why there are none, and how well the purchases model foretold what is known by now.</summary>
/// <param name="HoldOut">Null without a purchases model.</param>
/// <param name="Tiers">Null without both models.</param>
public sealed record ValueModel(Fit<BgNbd> Purchases, Fit<GammaGamma> Values, HoldOut? HoldOut = null, TierBounds? Tiers = null)
{
    public static ValueModel Of(RepeatCells cells) => new(FitModels.BgNbd(cells), FitModels.GammaGamma(cells));
}
