using UserOps.Domain.Scoring.Value;

namespace UserOps.Application.Scoring.Model;

/// <param name="Customers">It was fitted on.</param>
/// <param name="TooLittleData">Why there is no model; the parameters are absent then.</param>
internal sealed record BgNbdView(
    double? R, double? Alpha, double? A, double? B, double? LogLikelihood, long Customers, FitObstacle? TooLittleData, string? Reason)
{
    public static BgNbdView Of(Fit<BgNbd> fit) => new(
        fit.Model?.R, fit.Model?.Alpha, fit.Model?.A, fit.Model?.B, fit.LogLikelihood, fit.Customers, fit.Obstacle, Reasons.Of(fit.Obstacle));
}
