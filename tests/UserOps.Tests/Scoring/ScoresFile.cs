using System.Globalization;
using CsvHelper;

namespace UserOps.Tests.Scoring;

/// <summary>Scores as CSV, ours or the published ones, in a form that can be compared.</summary>
/// <param name="Rows">Cells joined by bars, amounts as numbers, in order.</param>
public sealed record ScoresFile(string Header, IReadOnlyList<string> Rows)
{
    /// <summary>What the R package <c>rfm</c> gives the customers of <c>rfm-orders.csv</c> as of 2006-12-31.</summary>
    public static async Task<ScoresFile> PublishedAsync()
    {
        using var reader = new StreamReader(Checkout.Data("rfm-orders-expected.csv"));
        return await ReadAsync(reader);
    }

    public static async Task<ScoresFile> ReadAsync(TextReader reader)
    {
        using var csv = new CsvParser(reader, CultureInfo.InvariantCulture);
        await csv.ReadAsync();
        var header = string.Join(',', csv.Record!);
        var rows = new List<string>();
        while (await csv.ReadAsync())
        {
            var cells = csv.Record!;
            cells[3] = decimal.Parse(cells[3], CultureInfo.InvariantCulture).ToString("0.##", CultureInfo.InvariantCulture);
            rows.Add(string.Join('|', cells));
        }

        rows.Sort(StringComparer.Ordinal);
        return new(header, rows);
    }

    /// <summary>Ours has columns of its own after those that are published.</summary>
    public void AssertEqual(ScoresFile ours)
    {
        Assert.Equal(995, Rows.Count);
        Assert.Equal("customer_id,recency_days,transaction_count,amount,recency_score,frequency_score,monetary_score,rfm_score,segment", Header);
        Assert.Equal(Header + ",segment11,segment8,stage", ours.Header);
        Assert.Equal(Rows, ours.Rows.Select(row => string.Join('|', row.Split('|').Take(9))).Order(StringComparer.Ordinal));
    }
}
