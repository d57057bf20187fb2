using UserOps.Domain.Scoring.Value;

namespace UserOps.Application.Scoring.Model;

/// <summary>A fit as of an earlier day against what came since.</summary>
/// <param name="CalibrationEnd">Last day that the fit saw.</param>
/// <param name="Expected">Repeat purchase days after it, up to the run's day; absent without a fit.</param>
/// <param name="Actual">Those that came, of the same customers.</param>
/// <param name="OffPercent">How much more (or, negative, less) is expected than came.</param>
internal sealed record HoldOutView(
    DateOnly CalibrationEnd, double Weeks, BgNbdView BgNbd, double? Expected, long Actual, double? OffPercent, IReadOnlyList<CurvePoint> Curve)
{
    public static HoldOutView Of(HoldOut check) => new(
        check.CalibrationEnd,
        (check.End.DayNumber - check.CalibrationEnd.DayNumber) / RepeatSummary.DaysAWeek,
        BgNbdView.Of(check.Purchases),
        check.Expected,
        check.Actual,
        check.Actual > 0 ? 100 * ((check.Expected / check.Actual) - 1) : null,
        check.Curve);
}
