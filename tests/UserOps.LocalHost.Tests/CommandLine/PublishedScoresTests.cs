using UserOps.LocalHost.CommandLine;
using UserOps.Tests;

namespace UserOps.LocalHost.Tests.CommandLine;

public sealed class PublishedScoresTests : IDisposable
{
    private readonly Session _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task Importing_scoring_and_exporting_the_rfm_sample_gives_every_row_of_the_published_result()
    {
        Assert.Equal(ExitCode.Ok, await _session.RunAsync("import", Checkout.Data("rfm-orders.csv")));
        Assert.Equal(ExitCode.Ok, await _session.RunAsync("score", "--as-of", "2006-12-31"));
        Assert.Contains("995", _session.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, await _session.RunAsync("export", _session.Path("scores.csv")));

        var expected = await RowsAsync(Checkout.Data("rfm-orders-expected.csv"));
        var scored = await RowsAsync(_session.Path("scores.csv"));
        Assert.Equal("customer_id,recency_days,transaction_count,amount,recency_score,frequency_score,monetary_score,rfm_score,segment", expected.Header);
        Assert.Equal(expected.Header + ",segment11,segment8,stage", scored.Header);
        Assert.Equal(995, expected.Rows.Count);
        Assert.Equal(expected.Rows, scored.Rows.Select(row => string.Join('|', row.Split('|').Take(9))).Order(StringComparer.Ordinal));
    }

    /// <summary>Cells joined by bars, amounts as numbers, in order.</summary>
    private static async Task<(string Header, List<string> Rows)> RowsAsync(string file)
    {
        using var reader = new StreamReader(file);
        using var csv = new CsvHelper.CsvParser(reader, System.Globalization.CultureInfo.InvariantCulture);
        await csv.ReadAsync();
        var header = string.Join(',', csv.Record!);
        var rows = new List<string>();
        while (await csv.ReadAsync())
        {
            var cells = csv.Record!;
            cells[3] = decimal.Parse(cells[3], System.Globalization.CultureInfo.InvariantCulture).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
            rows.Add(string.Join('|', cells));
        }

        rows.Sort(StringComparer.Ordinal);
        return (header, rows);
    }
}
