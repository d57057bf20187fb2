using UserOps.Domain.Events;

namespace UserOps.Application.Orders.Import;

/// <param name="Orders">Orders it came from; a cancelled or refunded one has more than one event.</param>
internal sealed record OrderChunk(IReadOnlyList<UserEvent> Events, int Orders)
{
    /// <summary>Enough that many users' commits share one write to disk.</summary>
    private const int Least = 2_000;

    /// <summary>Reached only by a customer with that many orders.</summary>
    private const int Most = 10_000;

    /// <summary>Cuts orders that come customer by customer where one customer ends, so that two chunks at work do not meet in a profile.</summary>
    public static IEnumerable<OrderChunk> Cut(IEnumerable<OrderLine> lines, OrderLineEvents events, CancellationToken cancel)
    {
        var keys = new RowKeys();
        var (chunk, orders, customer) = (new List<UserEvent>(Least), 0, "");
        foreach (var line in lines)
        {
            if (orders >= Most || (orders >= Least && RowKeys.Customer(line) != customer))
            {
                yield return new(chunk, orders);
                (chunk, orders) = (new(Least), 0);
            }

            if (cancel.IsCancellationRequested)
            {
                break;
            }

            customer = RowKeys.Customer(line);
            chunk.AddRange(events.Of(line, keys.OrderId(line)));
            orders += line.Pieces;
        }

        if (orders > 0)
        {
            yield return new(chunk, orders);
        }
    }
}
