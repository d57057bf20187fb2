using System.Globalization;
using UserOps.Domain.Orders;

namespace UserOps.Application.Orders.Import;

/// <summary>Reads the cells of a row that are about what was bought on it.</summary>
internal sealed class OrderItemReader(OrderColumns columns, OrderAmounts amounts)
{
    /// <param name="item">Null where the row names no product.</param>
    /// <param name="total">Quantity times price, minor units; where the file tells orders by their rows alone it is the row's part of the order.</param>
    /// <returns>Null when read; otherwise what is wrong, for a person. Where orders have totals of their own, an unreadable item is no reason to refuse the row.</returns>
    public string? Read(Func<OrderField, string> cell, string currency, out OrderItem? item, out long total)
    {
        (item, total) = (null, 0);
        var priceText = cell(OrderField.UnitPrice);
        var quantityText = cell(OrderField.Quantity);
        decimal? price = null, quantity = null;
        if (priceText.Length > 0)
        {
            var problem = amounts.Read(priceText, currency, out var read);
            if (problem is not null && columns.IsItemised)
            {
                return problem;
            }

            price = problem is null ? read.ToMajor() : null;
        }

        if (quantityText.Length > 0)
        {
            if (decimal.TryParse(quantityText, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number < 1_000_000_000m)
            {
                quantity = number;
            }
            else if (columns.IsItemised)
            {
                return $"'{quantityText}' is no quantity; what was sent back belongs to the order's refunds";
            }
        }

        if (columns.IsItemised)
        {
            if (price is not { } each)
            {
                return "no unit price";
            }

            total = Currencies.ToMinor(each * (quantity ?? 1), currency);
        }

        string? Text(OrderField field) => cell(field) is { Length: > 0 } text ? text : null;
        var (product, sku) = (Text(OrderField.Product), Text(OrderField.Sku));
        item = product is null && sku is null
            ? null
            : new(product, sku, Text(OrderField.ProductName), quantity, price, Text(OrderField.ProductUrl), Text(OrderField.ImageUrl));
        return null;
    }
}
