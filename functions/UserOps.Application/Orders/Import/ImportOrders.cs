using System.Text.Json;
using UserOps.Application.Events;
using UserOps.Application.Settings;

namespace UserOps.Application.Orders.Import;

/// <summary>
/// Reads a file of orders and applies them without the queue: the file can itself be read again, so nothing is gained by storing it twice. The whole file is read
/// first, which tells at once what is wrong with it, and sorted by customer. Time is linear in the file; memory does not grow with it.
/// </summary>
/// <param name="sort">Makes an empty sorter.</param>
public sealed class ImportOrders(UserOpsSettings settings, IApplyEvents apply, Func<ISortRows> sort, TimeProvider clock)
{
    /// <summary>While the commits of one wait for the disk, another is folded.</summary>
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

        watch.Reading(columns.Describe());
        var now = clock.GetUtcNow();
        using var orders = sort();
        var read = new OrderFile(rows, () => file.CanSeek ? file.Position : 0, Reader(rows, columns, options, now), orders, watch);

        // A file whose first row has a date where dates stand has no header.
        var dates = new OrderDates(settings.Workspace.Zone, options.DateFormat);
        CsvRow? first = dates.Read(header.Cells[columns[OrderField.Date]!.Value].Trim(), out _) is null ? header : null;
        if (!read.Read(first, cancel))
        {
            return new ImportResult.Finished(read.Report with { Interrupted = true });
        }

        var lines = orders.InOrder().Select(row => JsonSerializer.Deserialize(row, OrderLineJson.Default.OrderLine)!);
        var (applied, done) = await ApplyAsync(OrderChunk.Cut(JoinedOrders.Of(lines), new OrderLineEvents(options.Source, now), cancel), read.Report.Orders, watch);
        return new ImportResult.Finished(read.Report with
        {
            New = applied.Applied + applied.Parked,
            Known = applied.Duplicates,
            Interrupted = done < read.Report.Orders,
        });
    }

    private string? ProblemOf(ImportOptions options) =>
        options.Source is { } source && !settings.Sources.ContainsKey(source)
            ? $"There is no source '{source}' in the settings; there is: {(settings.Sources.Count == 0 ? "none" : string.Join(", ", settings.Sources.Keys))}."
            : OrderDates.ProblemOf(options.DateFormat);

    private OrderRowReader Reader(CsvRows rows, OrderColumns columns, ImportOptions options, DateTimeOffset now) => new(
        columns,
        new CustomerReader(options.Source),
        new OrderDates(settings.Workspace.Zone, options.DateFormat),
        new OrderAmounts(options.DecimalMark, commaLikely: rows.Separator == ";"),
        settings.Workspace.Currency,
        now,
        settings.Workspace.Zone);

    private async Task<(ApplyCounts Applied, long Done)> ApplyAsync(IEnumerable<OrderChunk> chunks, long orders, IWatchImport watch)
    {
        var gate = new Lock();
        var applied = default(ApplyCounts);
        var done = 0L;
        await Parallel.ForEachAsync(chunks, new ParallelOptions { MaxDegreeOfParallelism = ChunksInFlight }, async (chunk, _) =>
        {
            // A chunk that was begun is finished; half of it would be no gain for whoever asked to stop.
            var counts = await apply.RunAsync(chunk.Events, CancellationToken.None);
            lock (gate)
            {
                applied += counts;
                done += chunk.Orders;
                watch.Applied(done, orders);
            }
        });
        return (applied, done);
    }
}
