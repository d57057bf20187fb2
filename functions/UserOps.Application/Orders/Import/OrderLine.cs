using UserOps.Domain.Orders;
using UserOps.Domain.Users;

namespace UserOps.Application.Orders.Import;

/// <summary>One order as the rows of a file tell it; those that grow while further rows of it are read can be set.</summary>
public sealed record OrderLine
{
    public required Identity Customer { get; init; }

    /// <summary>The file's own id; null when it has none.</summary>
    public string? OrderId { get; init; }

    public required OrderDate Date { get; set; }

    /// <summary>Before refunds.</summary>
    public required Money Total { get; set; }

    public DateTimeOffset? PaidAt { get; init; }

    /// <summary>Set when it was cancelled; the order's own time where the file does not say when.</summary>
    public DateTimeOffset? CancelledAt { get; init; }

    /// <summary>Minor units given back so far.</summary>
    public long RefundedMinor { get; init; }

    public bool WhollyRefunded { get; init; }

    /// <summary>At most <see cref="JoinedOrders.MaxItems"/>.</summary>
    public IList<OrderItem> Items { get; init; } = [];

    /// <summary>Its total is the sum of its rows.</summary>
    public bool Itemised { get; init; }

    /// <summary>Places of the file that it was found in: 1 where its rows stand together.</summary>
    public int Pieces { get; set; } = 1;
}
