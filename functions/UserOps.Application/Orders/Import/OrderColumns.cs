using System.Globalization;
using UserOps.Domain.Orders;

namespace UserOps.Application.Orders.Import;

/// <summary>Where the fields stand in one file.</summary>
public sealed class OrderColumns
{
    private readonly Dictionary<OrderField, int> _positions = [];
    private readonly string[] _header;

    private OrderColumns(string[] header)
    {
        _header = header;
        var normalised = Array.ConvertAll(header, OrderColumnNames.Normalise);
        Layout = OrderColumnNames.LayoutOf(normalised);
        foreach (var field in Enum.GetValues<OrderField>())
        {
            var position = OrderColumnNames.For(field, Layout).Select(name => Array.IndexOf(normalised, name)).FirstOrDefault(p => p >= 0, -1);
            if (position >= 0)
            {
                _positions[field] = position;
            }
        }
    }

    public OrderFileLayout Layout { get; }

    /// <summary>The currency that the operator named for all rows.</summary>
    public string? FixedCurrency { get; private set; }

    /// <summary>Column of a Shopify export that repeats on every line of an order.</summary>
    public int? OrderName => Layout == OrderFileLayout.Shopify ? Array.FindIndex(_header, h => OrderColumnNames.Normalise(h) == "name") : null;

    /// <summary>No column has the order's total: it is the sum of its rows, each a quantity at a price.</summary>
    public bool IsItemised => this[OrderField.Amount] is null && this[OrderField.UnitPrice] is not null && this[OrderField.Order] is not null;

    public int? this[OrderField field] => _positions.TryGetValue(field, out var position) ? position : null;

    /// <returns>The columns, or a reason why the file can't be read with these options.</returns>
    public static (OrderColumns? Columns, string? Problem) Of(string[] header, ImportOptions options)
    {
        var columns = new OrderColumns(header);
        var problem = columns.Take(OrderField.Customer, "--customer", options.Customer)
            ?? columns.Take(OrderField.Date, "--date", options.Date)
            ?? columns.Take(OrderField.Amount, "--amount", options.Amount)
            ?? columns.Take(OrderField.Order, "--order", options.Order)
            ?? columns.TakeCurrency(options.Currency)
            ?? columns.Missing();
        return problem is null ? (columns, null) : (null, problem);
    }

    /// <summary>For a person: which column was taken for what.</summary>
    public string Describe()
    {
        var taken = _positions.OrderBy(p => p.Key).Select(p => $"{p.Key.ToString().ToLowerInvariant()} = {NameAt(p.Value)}");
        return (Layout == OrderFileLayout.Generic ? "" : $"{Layout} export: ") + string.Join(", ", taken);
    }

    private string? Take(OrderField field, string option, string? wanted)
    {
        if (wanted is null)
        {
            return null;
        }

        var position = Array.FindIndex(_header, h => string.Equals(h.Trim(), wanted.Trim(), StringComparison.OrdinalIgnoreCase));
        if (position < 0 && int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= _header.Length)
        {
            position = number - 1;
        }

        if (position < 0)
        {
            return $"There is no column '{wanted}' for {option}. The file has: {Names()}.";
        }

        _positions[field] = position;
        if (field == OrderField.Customer)
        {
            // Who names the customer column means it, not an e-mail column next to it.
            _positions.Remove(OrderField.Email);
        }

        return null;
    }

    private string? TakeCurrency(string? wanted)
    {
        if (wanted is not null && Currencies.IsCode(wanted.ToUpperInvariant()) && Take(OrderField.Currency, "--currency", wanted) is not null)
        {
            FixedCurrency = wanted.ToUpperInvariant();
            _positions.Remove(OrderField.Currency);
            return null;
        }

        return Take(OrderField.Currency, "--currency", wanted);
    }

    private string? Missing()
    {
        var missing = new List<string>();
        if (this[OrderField.Customer] is null && this[OrderField.Email] is null)
        {
            missing.Add("the customer (--customer)");
        }

        if (this[OrderField.Date] is null)
        {
            missing.Add("the order date (--date)");
        }

        if (this[OrderField.Amount] is null && !IsItemised)
        {
            missing.Add("the amount (--amount)");
        }

        return missing.Count == 0 ? null : $"Say which column holds {string.Join(", ", missing)}. The file has: {Names()}.";
    }

    private string NameAt(int position) => _header[position].Trim() is { Length: > 0 } name ? $"'{name}'" : $"column {position + 1}";

    private string Names() => string.Join(", ", _header.Select((_, i) => NameAt(i)));
}
