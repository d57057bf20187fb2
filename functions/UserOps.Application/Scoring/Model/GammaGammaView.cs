using UserOps.Domain.Scoring.Value;

namespace UserOps.Application.Scoring.Model;

/// <param name="V">Major units of the workspace currency.</param>
/// <param name="LogLikelihood">Of amounts in minor units.</param>
/// <param name="Customers">Repeat buyers it was fitted on.</param>
/// <param name="TooLittleData">Why there is no model; the parameters are absent then.</param>
internal sealed record GammaGammaView(
    double? P, double? Q, double? V, double? LogLikelihood, long Customers, FitObstacle? TooLittleData, string? Reason)
{
    public static GammaGammaView Of(Fit<GammaGamma> fit, long minorPerMajor) => new(
        fit.Model?.P, fit.Model?.Q, fit.Model?.VMinor / minorPerMajor, fit.LogLikelihood, fit.Customers, fit.Obstacle, Reasons.Of(fit.Obstacle));
}
