using System.Globalization;
using CsvHelper;
using UserOps.Domain.Orders;
using UserOps.Domain.Scoring;

namespace UserOps.Application.Scoring;

/// <summary>The columns of the scores file; the first nine are those of the R package <i>rfm</i>.</summary>
internal static class ScoresCsv
{
    private static readonly string[] Columns =
    [
        "customer_id", "recency_days", "transaction_count", "amount", "recency_score", "frequency_score", "monetary_score", "rfm_score", "segment",
        "segment11", "segment8", "stage",
    ];

    public static void WriteHeader(CsvWriter csv)
    {
        foreach (var column in Columns)
        {
            csv.WriteField(column);
        }
    }

    /// <summary>Amounts in major units without trailing zeros; what a user has not is empty.</summary>
    public static void Write(CsvWriter csv, string displayId, DayFigures figures, Standing standing, string currency)
    {
        var code = standing.Rfm;
        csv.WriteField(Harmless(displayId));
        csv.WriteField(figures.RecencyDays);
        csv.WriteField(figures.Orders);
        csv.WriteField(Currencies.ToMajor(figures.AmountMinor, currency).ToString("0.####", CultureInfo.InvariantCulture));
        csv.WriteField(code?.Recency);
        csv.WriteField(code?.Frequency);
        csv.WriteField(code?.Monetary);
        csv.WriteField(code?.Written);
        csv.WriteField(standing.SegmentIn(SegmentMap.TenRules)?.Name);
        csv.WriteField(standing.SegmentIn(SegmentMap.Eleven)?.Name);
        csv.WriteField(standing.SegmentIn(SegmentMap.Eight)?.ChineseName);
        csv.WriteField(LifeCycle.Named(standing.Stage).Code);
    }

    /// <summary>
    /// An id that a spreadsheet would take for a formula gets an apostrophe in front. Only ids come from outside; all other cells are our own.
    /// Source: https://owasp.org/www-community/attacks/CSV_Injection
    /// </summary>
    private static string Harmless(string text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠', ..] ? "'" + text : text;
}
