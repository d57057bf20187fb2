using System.Globalization;
using UserOps.Domain;
using UserOps.Domain.Orders;
using UserOps.Domain.Scoring.Value;

namespace UserOps.Tests.Scoring.Value;

/// <summary>The CDNOW sample as histories, and the published summary of its first 39 weeks.</summary>
internal static class Cdnow
{
    public static readonly int CalibrationEnd = Days.Of(new DateOnly(1997, 9, 30));
    public static readonly int End = Days.Of(new DateOnly(1998, 6, 30));

    public static readonly IReadOnlyDictionary<int, PurchaseHistory> Histories = TestData.Csv("cdnow-sample-orders.csv")
        .GroupBy(row => int.Parse(row[1], CultureInfo.InvariantCulture))
        .ToDictionary(orders => orders.Key, orders => PurchaseHistory.Empty.Replace([], orders.Select(Entry)));

    public static IReadOnlyList<RepeatSummary> Calibration { get; } =
        [.. Histories.OrderBy(h => h.Key).Select(h => RepeatSummary.Of(h.Value, CalibrationEnd)!.Value)];

    public static RepeatCells Cells { get; } = CellsOf(Calibration);

    public static RepeatCells CellsOf(IEnumerable<RepeatSummary> customers)
    {
        var cells = new RepeatCells();
        foreach (var customer in customers)
        {
            cells.Add(customer);
        }

        return cells;
    }

    private static PurchaseEntry Entry(string[] row)
    {
        var day = Days.Of(DateOnly.Parse(row[2], CultureInfo.InvariantCulture));
        return new(day, day, 1, Currencies.ToMinor(decimal.Parse(row[3], CultureInfo.InvariantCulture), "USD"));
    }
}
