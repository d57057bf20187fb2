namespace UserOps.Application.Orders.Import;

/// <summary>What one row of an order file turned out to be.</summary>
public abstract record RowReading
{
    private RowReading()
    {
    }

    public sealed record Order(OrderLine Line) : RowReading;

    /// <summary>A further line of the order above it.</summary>
    public sealed record FurtherLine : RowReading;

    /// <inheritdoc cref="OrderState.NotAnOrder"/>
    public sealed record NotAnOrder : RowReading;

    public sealed record Bad(string Reason) : RowReading;
}
