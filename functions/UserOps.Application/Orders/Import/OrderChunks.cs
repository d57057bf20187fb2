using CsvHelper;
using UserOps.Domain.Events;

namespace UserOps.Application.Orders.Import;

/// <summary>Cuts the rows of a file into chunks of events, reporting and counting what is no event.</summary>
internal sealed class OrderChunks(
    CsvRows rows, Func<long> bytesRead, OrderRowReader reader, OrderLineEvents events, RowKeys keys, IWatchImport watch)
{
    private long _rows, _orders, _lines, _notOrders, _bad;

    /// <summary>The whole file was read.</summary>
    public bool AtEnd { get; private set; }

    public ImportReport Report(long known, long @new) => new(_rows, _orders, _lines, _notOrders, _bad, @new, known, Interrupted: !AtEnd);

    /// <param name="first">A row that was read already and turned out to be no header.</param>
    public IEnumerable<OrderChunk> Read(CsvRow? first, int size, CancellationToken cancel)
    {
        var chunk = new List<UserEvent>(size + 16);
        var taken = 0;
        for (var row = first ?? Next(); row is { } read && !cancel.IsCancellationRequested; row = Next())
        {
            if (read.IsBlank)
            {
                continue;
            }

            _rows++;
            taken++;
            Take(read, chunk);
            if (taken == size)
            {
                yield return new OrderChunk(chunk, taken, bytesRead());
                (chunk, taken) = (new List<UserEvent>(size + 16), 0);
            }
        }

        if (taken > 0)
        {
            yield return new OrderChunk(chunk, taken, bytesRead());
        }
    }

    private CsvRow? Next()
    {
        try
        {
            var row = rows.Next();
            AtEnd = row is null;
            return row;
        }
        catch (MaxFieldSizeException)
        {
            _rows++;
            Bad(rows.Line, "a cell that does not end: most likely a quotation mark that is never closed; nothing after this line could be read");
            AtEnd = true;
            return null;
        }
    }

    private void Take(CsvRow row, List<UserEvent> chunk)
    {
        switch (row.Broken ? new RowReading.Bad("a quotation mark inside a cell, or one that is never closed") : reader.Read(row.Cells))
        {
            case RowReading.Order order:
                _orders++;
                chunk.AddRange(events.Of(order.Line, order.Line.OrderId ?? keys.OrderId(order.Line)));
                break;
            case RowReading.FurtherLine:
                _lines++;
                break;
            case RowReading.NotAnOrder:
                _notOrders++;
                break;
            case RowReading.Bad bad:
                Bad(row.Line, bad.Reason);
                break;
        }
    }

    private void Bad(long line, string reason)
    {
        _bad++;
        watch.Bad(new BadRow(line, reason));
    }
}
