namespace UserOps.Application.Orders.Import;

/// <summary>What a column of an order file can say.</summary>
public enum OrderField
{
    Customer,
    Email,
    Date,
    Amount,
    Order,
    Currency,
    Status,
    Paid,
    Cancelled,
    Refunded,
    Product,
    Sku,
    ProductName,
    Quantity,
    UnitPrice,
    ProductUrl,
    ImageUrl,
}
