namespace UserOps.Application.Orders.Import;

/// <summary>What a status column says of an order, as far as figures depend on it.</summary>
public enum OrderState
{
    Ordered,
    Cancelled,
    Refunded,

    /// <summary>Never came about: a failed or abandoned payment, a draft.</summary>
    NotAnOrder,
}
