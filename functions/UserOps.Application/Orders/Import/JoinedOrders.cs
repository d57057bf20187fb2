using UserOps.Domain.Recommendations;

namespace UserOps.Application.Orders.Import;

/// <summary>Puts the rows of an order together: those that follow each other in the file as they are read, the others once they are sorted.</summary>
internal static class JoinedOrders
{
    /// <summary>Rows beyond these add to the total; which products they name is not kept.</summary>
    public const int MaxItems = OrderedProducts.MaxLines;

    public static void Add(OrderLine order, OrderItem? item, long totalMinor)
    {
        order.Total = order.Total with { Minor = order.Total.Minor + totalMinor };
        if (item is not null && order.Items.Count < MaxItems)
        {
            order.Items.Add(item);
        }
    }

    /// <summary>Only where an order is its rows: elsewhere each piece names the whole total, and the first one counts.</summary>
    /// <param name="lines">Sorted, pieces of an order side by side.</param>
    public static IEnumerable<OrderLine> Of(IEnumerable<OrderLine> lines)
    {
        OrderLine? joined = null;
        foreach (var line in lines)
        {
            if (joined is { Itemised: true } && line.Itemised && joined.OrderId == line.OrderId && RowKeys.Customer(joined) == RowKeys.Customer(line))
            {
                foreach (var item in line.Items)
                {
                    Add(joined, item, 0);
                }

                joined.Total = joined.Total with { Minor = joined.Total.Minor + line.Total.Minor };
                joined.Pieces += line.Pieces;
                joined.Date = line.Date.At < joined.Date.At ? line.Date : joined.Date;
                continue;
            }

            if (joined is not null)
            {
                yield return joined;
            }

            joined = line;
        }

        if (joined is not null)
        {
            yield return joined;
        }
    }
}
