using System.Globalization;
using UserOps.Domain;
using UserOps.Domain.Orders;
using UserOps.Domain.Scoring;

namespace UserOps.Tests.Scoring;

public class PublishedScoresTests
{
    private static readonly int Day = Days.Of(new DateOnly(2006, 12, 31));

    [Fact]
    public void All_995_customers_get_what_the_R_package_gives_them()
    {
        var histories = TestData.Csv("rfm-orders.csv").GroupBy(row => row[0]).Select(orders => (Customer: orders.Key, History: PurchaseHistory.Empty.Replace(
            [], orders.Select(o => Entry(Days.Of(DateOnly.Parse(o[1], CultureInfo.InvariantCulture)), decimal.Parse(o[2], CultureInfo.InvariantCulture)))))).ToList();
        var purchases = histories.ConvertAll(h => h.History.AsOf(Day));
        int[] recency = [.. purchases.Select(p => Day - p.LastOrderDay!.Value)], counts = [.. purchases.Select(p => p.Orders)];
        long[] amounts = [.. purchases.Select(p => p.AmountMinor)];
        var facts = new FactColumns(recency, counts, amounts);
        var summary = FactSummary.Of(facts);
        var rules = new ScoringRules();
        var model = ScoringModel.Find(summary, MoneySelection.Of(amounts, ScoringModel.WantedBins(summary, rules)), rules, 100)!;
        var codes = new byte[recency.Length];
        new ScoreKernel(model.Cuts).Score(facts, codes);

        var ours = histories.Select((h, i) => string.Join('|', h.Customer, recency[i], counts[i], amounts[i] / 100m, Scores(new(codes[i]))));

        var expected = TestData.Csv("rfm-orders-expected.csv").Select(row => string.Join('|', row));
        Assert.Equal(expected.Order(StringComparer.Ordinal), ours.Order(StringComparer.Ordinal));
    }

    private static string Scores(RfmCode code) =>
        string.Join('|', code.Recency, code.Frequency, code.Monetary, code.Written, SegmentCatalog.Ten[SegmentCatalog.PlaceInTen(code)].Name);

    private static PurchaseEntry Entry(int day, decimal amount) => new(day, day, 1, Currencies.ToMinor(amount, "USD"));
}
