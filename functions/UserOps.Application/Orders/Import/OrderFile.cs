using System.Text.Json;
using CsvHelper;

namespace UserOps.Application.Orders.Import;

/// <summary>Reads all rows of a file, reporting and counting what is no order, and hands the orders to be sorted.</summary>
internal sealed class OrderFile(CsvRows rows, Func<long> bytesRead, OrderRowReader reader, ISortRows orders, IWatchImport watch)
{
    private const int RowsBetweenNotes = 2_000;

    private OrderLine? _order;
    private long _rows, _orders, _lines, _notOrders, _bad;

    public ImportReport Report => new(_rows, _orders, _lines, _notOrders, _bad, New: 0, Known: 0, Interrupted: false);

    /// <param name="first">A row that was read already and turned out to be no header.</param>
    /// <returns>False when asked to stop before the end.</returns>
    public bool Read(CsvRow? first, CancellationToken cancel)
    {
        for (var row = first ?? Next(); row is { } read; row = Next())
        {
            if (cancel.IsCancellationRequested)
            {
                return false;
            }

            if (!read.IsBlank)
            {
                Take(read);
                if (++_rows % RowsBetweenNotes == 0)
                {
                    watch.Read(_rows, bytesRead());
                }
            }
        }

        Flush();
        watch.Read(_rows, bytesRead());
        return true;
    }

    private CsvRow? Next()
    {
        try
        {
            return rows.Next();
        }
        catch (MaxFieldSizeException)
        {
            _rows++;
            Bad(rows.Line, "a cell that does not end: most likely a quotation mark that is never closed; nothing after this line could be read");
            return null;
        }
    }

    private void Take(CsvRow row)
    {
        switch (row.Broken ? new RowReading.Bad("a quotation mark inside a cell, or one that is never closed") : reader.Read(row.Cells))
        {
            case RowReading.Order { Line: var line }:
                _orders++;
                Flush();
                _order = line;
                break;
            case RowReading.FurtherLine { Item: var item, AddsMinor: var minor }:
                _lines++;
                if (_order is not null)
                {
                    JoinedOrders.Add(_order, item, minor);
                }

                break;
            case RowReading.NotAnOrder:
                Flush();
                _notOrders++;
                break;
            case RowReading.Bad bad:
                if (!bad.OfOrderAbove)
                {
                    Flush();
                }

                Bad(row.Line, bad.Reason);
                break;
        }
    }

    /// <summary>Hands on the order whose rows have all been read.</summary>
    private void Flush()
    {
        if (_order is { } line)
        {
            Span<byte> key = stackalloc byte[RowKeys.KeyBytes];
            RowKeys.Write(line, key);
            orders.Add(key, JsonSerializer.SerializeToUtf8Bytes(line, OrderLineJson.Default.OrderLine));
            _order = null;
        }
    }

    private void Bad(long line, string reason)
    {
        _bad++;
        watch.Bad(new BadRow(line, reason));
    }
}
