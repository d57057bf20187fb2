using System.Globalization;
using UserOps.Domain;
using UserOps.Domain.Orders;
using UserOps.Domain.Scoring.Value;

namespace UserOps.Benchmarks.Scoring;

/// <summary>The sample that the local host ships as its demonstration.</summary>
internal static class CdnowSample
{
    private static readonly int CalibrationEnd = Days.Of(new DateOnly(1997, 9, 30));

    public static IEnumerable<RepeatSummary> Calibration() =>
        from line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "demo", "cdnow-sample-orders.csv")).Skip(1)
        let fields = line.Split(',')
        let day = Days.Of(DateOnly.Parse(fields[2], CultureInfo.InvariantCulture))
        let amount = Currencies.ToMinor(decimal.Parse(fields[3], CultureInfo.InvariantCulture), "USD")
        group new PurchaseEntry(day, day, 1, amount) by fields[1] into customer
        select RepeatSummary.Of(PurchaseHistory.Empty.Replace([], customer), CalibrationEnd)!.Value;
}
