using NodaTime;
using UserOps.Domain;
using UserOps.Domain.Orders;

namespace UserOps.Application.Orders.Import;

/// <summary>From the cells of a row to an order. Rows come in the file's order, since a row may continue the one above it.</summary>
/// <param name="currency">Of amounts that name none.</param>
public sealed class OrderRowReader(
    OrderColumns columns, CustomerReader customers, OrderDates dates, OrderAmounts amounts, string currency, DateTimeOffset now, DateTimeZone zone)
{
    /// <summary>Clocks of shops and of this machine may differ so much.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    private readonly OrderItemReader _items = new(columns, amounts);
    private string _previousOrder = "";
    private string _previousCurrency = "";
    private string _previousCells = "";

    public RowReading Read(string[] cells)
    {
        string Cell(OrderField field) => columns[field] is { } at && at < cells.Length ? cells[at].Trim() : "";

        var orderId = Cell(OrderField.Order);
        var amountText = Cell(OrderField.Amount);
        if (Continues(columns.OrderName is { } name && name < cells.Length ? cells[name].Trim() : orderId, amountText, Cell) is { } continued)
        {
            return continued;
        }

        var state = OrderStates.Of(Cell(OrderField.Status), columns.Layout);
        if (state == OrderState.NotAnOrder)
        {
            return new RowReading.NotAnOrder();
        }

        var code = columns.FixedCurrency ?? (Cell(OrderField.Currency) is { Length: > 0 } given ? given.ToUpperInvariant() : currency);
        if (!Currencies.IsCode(code))
        {
            return BadFirst($"'{code}' is no currency code of three letters");
        }

        var (customer, problem) = customers.Read(Cell(OrderField.Customer), Cell(OrderField.Email));
        problem ??= columns.IsItemised && orderId.Length == 0 ? "no order id, which says what belongs together" : null;
        if (problem is not null
            || (problem = ReadDate(Cell(OrderField.Date), out var date)) is not null
            || (problem = _items.Read(Cell, code, out var item, out var part)) is not null
            || (problem = ReadTotal(amountText, code, part, out var total)) is not null
            || (problem = ReadPart(Cell(OrderField.Refunded), code, out var refunded)) is not null
            || (problem = ReadTime(Cell(OrderField.Paid), date, out var paid)) is not null
            || (problem = ReadTime(Cell(OrderField.Cancelled), date, out var cancelled)) is not null)
        {
            return BadFirst(problem);
        }

        _previousCurrency = code;
        return new RowReading.Order(new OrderLine
        {
            Customer = customer!,
            OrderId = orderId.Length > 0 ? orderId : null,
            Date = date,
            Total = total,
            PaidAt = paid,
            CancelledAt = cancelled ?? (state == OrderState.Cancelled ? date.At : null),
            RefundedMinor = refunded,
            WhollyRefunded = state == OrderState.Refunded || (refunded > 0 && refunded >= total.Minor),
            Items = item is null ? [] : [item],
            Itemised = columns.IsItemised,
        });
    }

    /// <summary>Exports with a line an item repeat the order's own cells, or leave them out (Shopify), on all lines but the first.</summary>
    private RowReading? Continues(string order, string amountText, Func<OrderField, string> cell)
    {
        // Where an order is its rows, they may have been typed in minutes apart.
        var cells = $"{cell(OrderField.Customer)}\n{cell(OrderField.Email)}\n{(columns.IsItemised ? "" : cell(OrderField.Date))}\n{amountText}";
        var same = order.Length > 0 && order == _previousOrder;
        var sameCells = cells == _previousCells;
        if (!same)
        {
            (_previousOrder, _previousCells) = (order, cells);
            return null;
        }

        return sameCells || (columns.Layout == OrderFileLayout.Shopify && amountText.Length == 0) ? Further(cell)
            : columns.IsItemised ? new RowReading.Bad("the order of the row above, with another customer", OfOrderAbove: true)
            : new RowReading.Bad("the order of the row above, with other figures; where each row is an item, --amount must name the order's total", OfOrderAbove: true);
    }

    /// <summary>Where an order is its rows, what is left of it begins with the next one.</summary>
    private RowReading.Bad BadFirst(string reason)
    {
        _previousOrder = columns.IsItemised ? "" : _previousOrder;
        return new(reason);
    }

    private RowReading Further(Func<OrderField, string> cell) =>
        _items.Read(cell, _previousCurrency, out var item, out var part) is { } problem ? new RowReading.Bad(problem, OfOrderAbove: true) : new RowReading.FurtherLine(item, part);

    private string? ReadTotal(string text, string code, long part, out Money total)
    {
        total = new(part, code);
        return columns.IsItemised ? null : amounts.Read(text, code, out total);
    }

    private string? ReadDate(string text, out OrderDate date)
    {
        if (dates.Read(text, out date) is { } problem)
        {
            return problem;
        }

        if (date.DayOnly && Days.Of(date.At, zone) == Days.Of(now, zone) && date.At > now)
        {
            // Noon of today may be still to come.
            date = date with { At = now };
        }

        return date.At - now > Ahead ? $"the date '{text}' lies in the future" : null;
    }

    private string? ReadTime(string text, OrderDate placed, out DateTimeOffset? at)
    {
        at = null;
        if (text.Length == 0)
        {
            return null;
        }

        var problem = ReadDate(text, out var date);
        at = date.At < placed.At ? placed.At : date.At;
        return problem;
    }

    private string? ReadPart(string text, string code, out long minor)
    {
        minor = 0;
        if (text.Length == 0)
        {
            return null;
        }

        // WooCommerce's extensions write refunds as negative amounts.
        var problem = amounts.Read(text.TrimStart('-'), code, out var amount);
        minor = amount.Minor;
        return problem;
    }
}
