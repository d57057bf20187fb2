using UserOps.Domain.Recommendations;

namespace UserOps.Application.Events;

/// <summary>Event names that the suite itself knows, after the Segment e-commerce specification.</summary>
public static class EventNames
{
    public const string CustomerCreated = "Customer Created";
    public const string CustomerUpdated = "Customer Updated";
    public const string CheckoutStarted = "Checkout Started";
    public const string CheckoutUpdated = "Checkout Updated";
    public const string CheckoutAbandoned = "Checkout Abandoned";

    /// <summary>An order was received, told with all its facts.</summary>
    public const string OrderPlaced = "Order Placed";

    /// <summary>Raised once for an order, whichever of its announcements comes first.</summary>
    public const string OrderCompleted = OrderedProducts.EventName;

    public const string OrderPaid = "Order Paid";
    public const string OrderUpdated = "Order Updated";
    public const string OrderCancelled = "Order Cancelled";
    public const string OrderRefunded = "Order Refunded";
    public const string PageViewed = "Page Viewed";
    public const string ScreenViewed = "Screen Viewed";

    private static readonly string[] Orders = [OrderCompleted, OrderPlaced, OrderPaid, OrderUpdated, OrderCancelled, OrderRefunded];

    /// <returns>The name as written above when it names an order event in any case, else null.</returns>
    public static string? OrderEvent(string name) =>
        name.StartsWith("order ", StringComparison.OrdinalIgnoreCase)
            ? Array.Find(Orders, known => known.Equals(name, StringComparison.OrdinalIgnoreCase))
            : null;
}
