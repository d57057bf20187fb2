using UserOps.Application.Orders.Import;

namespace UserOps.LocalHost.CommandLine;

/// <summary>Tells the first bad rows one by one; nobody reads the ten thousandth.</summary>
internal sealed class ImportWatch(Terminal terminal, IProgress<Step> progress, long? length) : IWatchImport
{
    private const int Told = 100;

    private long _bad;

    public void Reading(string columns) => terminal.Note($"Reading {columns}.");

    public void Bad(BadRow row)
    {
        if (++_bad <= Told)
        {
            terminal.Note($"Line {row.Line}: {row.Reason}.");
        }
    }

    public void Progress(ImportProgress step) => progress.Report(new(length > 0 ? Math.Min(1, (double)step.BytesRead / length.Value) : null, Text.Count(step.Rows, "row")));

    public void End()
    {
        if (_bad > Told)
        {
            terminal.Note($"And {Text.Number(_bad - Told)} more.");
        }
    }
}
