namespace UserOps.Application.Orders.Import;

/// <summary>What one row of an order file turned out to be.</summary>
public abstract record RowReading
{
    private RowReading()
    {
    }

    public sealed record Order(OrderLine Line) : RowReading;

    /// <summary>A further line of the order above it.</summary>
    /// <param name="Item">What was bought on it, where it says so.</param>
    /// <param name="AddsMinor">To the order's total, where that is the sum of its rows.</param>
    public sealed record FurtherLine(OrderItem? Item, long AddsMinor) : RowReading;

    /// <inheritdoc cref="OrderState.NotAnOrder"/>
    public sealed record NotAnOrder : RowReading;

    /// <param name="OfOrderAbove">The row is a further line of the order above it, which stays.</param>
    public sealed record Bad(string Reason, bool OfOrderAbove = false) : RowReading;
}
