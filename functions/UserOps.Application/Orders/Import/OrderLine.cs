using UserOps.Domain.Orders;
using UserOps.Domain.Users;

namespace UserOps.Application.Orders.Import;

/// <summary>One order as a row of a file tells it.</summary>
public sealed record OrderLine
{
    public required Identity Customer { get; init; }

    /// <summary>The file's own id; null when it has none.</summary>
    public string? OrderId { get; init; }

    public required OrderDate Date { get; init; }

    /// <summary>Before refunds.</summary>
    public required Money Total { get; init; }

    public DateTimeOffset? PaidAt { get; init; }

    /// <summary>Set when it was cancelled; the order's own time where the file does not say when.</summary>
    public DateTimeOffset? CancelledAt { get; init; }

    /// <summary>Minor units given back so far.</summary>
    public long RefundedMinor { get; init; }

    public bool WhollyRefunded { get; init; }
}
