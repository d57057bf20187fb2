using UserOps.Application.Events;
using UserOps.Application.Settings;

namespace UserOps.Application.Orders.Import;

/// <summary>
/// Reads a file of orders and applies them without the queue: the file can itself be read again, so nothing is gained by storing it twice. Time is linear in the
/// file; memory does not grow with it.
/// </summary>
public sealed class ImportOrders(UserOpsSettings settings, IApplyEvents apply, Func<ICountRepeats> countRepeats, TimeProvider clock)
{
    /// <summary>Enough rows that many users' commits share one write to disk, and that a customer's neighbouring orders share one profile.</summary>
    private const int ChunkRows = 2_000;

    /// <summary>One is read while others are applied. The order in which chunks land does not matter: orders are sets of facts.</summary>
    private const int ChunksInFlight = 2;

    /// <param name="file">Read once, from its position on; need not be seekable.</param>
    /// <param name="cancel">Stops after the chunks in flight, and the report says so. Importing the same file again goes on.</param>
    public async Task<ImportResult> RunAsync(Stream file, ImportOptions options, IWatchImport watch, CancellationToken cancel)
    {
        if (ProblemOf(options) is { } problem)
        {
            return new ImportResult.Refused(problem);
        }

        using var rows = new CsvRows(file);
        if (rows.Next() is not { } header)
        {
            return new ImportResult.Refused("The file is empty.");
        }

        var (columns, unfit) = OrderColumns.Of(header.Cells, options);
        if (columns is null)
        {
            return new ImportResult.Refused(unfit!);
        }

        watch = new OrderedWatch(watch);
        watch.Reading(columns.Describe());
        var workspace = settings.Workspace;
        var now = clock.GetUtcNow();
        var dates = new OrderDates(workspace.Zone, options.DateFormat);
        var reader = new OrderRowReader(
            columns, new CustomerReader(options.Source), dates, new OrderAmounts(options.DecimalMark, commaLikely: rows.Separator == ";"),
            workspace.Currency, now, workspace.Zone);
        using var repeats = new RepeatCounter(countRepeats);
        var chunks = new OrderChunks(
            rows, () => file.CanSeek ? file.Position : 0, reader, new OrderLineEvents(options.Source, now), new RowKeys(repeats), watch);

        // A file whose first row has a date where dates stand has no header.
        CsvRow? first = dates.Read(header.Cells[columns[OrderField.Date]!.Value].Trim(), out _) is null ? header : null;
        var applied = await ApplyAsync(chunks.Read(first, ChunkRows, cancel), watch);
        return new ImportResult.Finished(chunks.Report(known: applied.Duplicates, @new: applied.Applied + applied.Parked));
    }

    private string? ProblemOf(ImportOptions options) =>
        options.Source is { } source && !settings.Sources.ContainsKey(source)
            ? $"There is no source '{source}' in the settings; there is: {(settings.Sources.Count == 0 ? "none" : string.Join(", ", settings.Sources.Keys))}."
            : OrderDates.ProblemOf(options.DateFormat);

    private async Task<ApplyCounts> ApplyAsync(IEnumerable<OrderChunk> chunks, IWatchImport watch)
    {
        var gate = new Lock();
        var applied = default(ApplyCounts);
        var rows = 0L;
        await Parallel.ForEachAsync(chunks, new ParallelOptions { MaxDegreeOfParallelism = ChunksInFlight }, async (chunk, _) =>
        {
            // A chunk that was begun is finished; half of it would be no gain for whoever asked to stop.
            var counts = chunk.Events.Count == 0 ? default : await apply.RunAsync(chunk.Events, CancellationToken.None);
            lock (gate)
            {
                applied += counts;
                rows += chunk.Rows;
                watch.Progress(new ImportProgress(rows, chunk.BytesRead));
            }
        });
        return applied;
    }
}
