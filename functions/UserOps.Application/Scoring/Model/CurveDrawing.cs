using System.Globalization;
using UserOps.Domain.Scoring.Value;

namespace UserOps.Application.Scoring.Model;

/// <summary>The cumulative curves of a hold-out check as SVG; whoever cannot see them is told their ends.</summary>
internal static class CurveDrawing
{
    private const double Width = 760, Height = 320, Left = 60, Right = 10, Top = 24, Bottom = 28;

    public static string Of(HoldOutView check)
    {
        var points = check.Curve;
        if (points.Count < 2)
        {
            return "";
        }

        int first = points[0].Day.DayNumber, last = points[^1].Day.DayNumber;
        var highest = Math.Max(1, points.Max(point => Math.Max(point.Expected, point.Actual)));
        double X(DateOnly day) => Left + ((Width - Left - Right) * (day.DayNumber - first) / Math.Max(1, last - first));
        double Y(double days) => Height - Bottom - ((Height - Top - Bottom) * days / highest);
        string Line(string kind, Func<CurvePoint, double> of) =>
            $"<polyline class=\"{kind}\" points=\"{string.Join(' ', points.Select(point => $"{Text(X(point.Day))},{Text(Y(of(point)))}"))}\"/>";

        var end = Text(X(check.CalibrationEnd));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"<svg viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"Cumulative repeat purchase days: {points[^1].Actual} came, {points[^1].Expected:0} expected by the end\">")
            + $"<path class=\"axis\" d=\"M{Text(Left)},{Text(Top)}V{Text(Height - Bottom)}H{Text(Width - Right)}\"/>"
            + $"<path class=\"axis\" stroke-dasharray=\"2 3\" d=\"M{end},{Text(Top)}V{Text(Height - Bottom)}\"/>"
            + Line("came", point => point.Actual) + Line("expected", point => point.Expected)
            + Label(X(check.CalibrationEnd), Top - 8, "middle", "end of calibration")
            + Label(Left - 6, Y(highest) + 4, "end", highest.ToString("N0", CultureInfo.InvariantCulture)) + Label(Left - 6, Y(0) + 4, "end", "0")
            + Label(Left, Height - 8, "start", RunRows.Text(points[0].Day)) + Label(Width - Right, Height - 8, "end", RunRows.Text(points[^1].Day))
            + "</svg><p class=\"quiet\">Cumulative repeat purchase days: the full line came, the dashed one is expected. Up to the end of the calibration it is what the model makes of"
            + " customers with these first purchases; from there it starts anew at what had come and follows each customer.</p>";
    }

    private static string Label(double x, double y, string anchor, string text) => $"<text x=\"{Text(x)}\" y=\"{Text(y)}\" text-anchor=\"{anchor}\">{text}</text>";

    private static string Text(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
