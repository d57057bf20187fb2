namespace UserOps.Domain.Scoring.Value;

/// <summary>The purchases model fitted as of an earlier day, against what the same customers have bought since.</summary>
/// <param name="CalibrationEnd">Last day that the fit saw.</param>
/// <param name="End">The run's day.</param>
/// <param name="Expected">Repeat purchase days after the calibration and up to the end, given what each customer had bought; null without a fit.</param>
/// <param name="Actual">Those that came.</param>
/// <param name="Curve">
/// By the week: up to the calibration's end what the model expects of customers with these first purchases, after it what had come by then and what it expects of each
/// customer from there.
/// </param>
public sealed record HoldOut(DateOnly CalibrationEnd, DateOnly End, Fit<BgNbd> Purchases, double? Expected, long Actual, IReadOnlyList<CurvePoint> Curve);
