using UserOps.Application.Orders.Import;

namespace UserOps.LocalHost.CommandLine;

/// <summary>Tells the first bad rows one by one; nobody reads the ten thousandth.</summary>
internal sealed class ImportWatch(Terminal terminal, IProgress<Step> progress, long? length) : IWatchImport
{
    private const int Told = 100;

    /// <summary>Of the time, about.</summary>
    private const double ReadingShare = 0.1;

    private long _bad;

    public void Reading(string columns) => terminal.Note($"Reading {columns}.");

    public void Bad(BadRow row)
    {
        if (++_bad <= Told)
        {
            terminal.Note($"Line {row.Line}: {row.Reason}.");
        }
    }

    public void Read(long rows, long bytes) =>
        progress.Report(new(length > 0 ? ReadingShare * Math.Min(1, (double)bytes / length.Value) : null, $"{Text.Count(rows, "row")} read"));

    public void Applied(long orders, long of) =>
        progress.Report(new(ReadingShare + ((1 - ReadingShare) * orders / of), $"{Text.Number(orders)} of {Text.Count(of, "order")}"));

    public void End()
    {
        if (_bad > Told)
        {
            terminal.Note($"And {Text.Number(_bad - Told)} more.");
        }
    }
}
