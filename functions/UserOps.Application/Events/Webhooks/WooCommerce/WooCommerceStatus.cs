namespace UserOps.Application.Events.Webhooks.WooCommerce;

/// <summary>What the states of an order mean here.</summary>
internal static class WooCommerceStatus
{
    public const string Cancelled = "cancelled";
    public const string Refunded = "refunded";

    /// <summary>
    /// An order counts once the shop works on it: processing, on-hold (waits for a transfer that was promised), completed, refunded, and states that plug-ins add.
    /// Pending, failed and draft orders are attempts to pay. A cancelled one says by itself not that it ever counted; its payment date does.
    /// </summary>
    public static bool CountsAsPlaced(string status) => status is not ("pending" or "failed" or "checkout-draft" or "auto-draft" or "draft" or "trash" or Cancelled);

    /// <summary>The later state has the higher rank: changes of one second carry the same date.</summary>
    public static int Rank(string status) => status switch
    {
        "checkout-draft" or "auto-draft" or "draft" => 0,
        "pending" => 1,
        "failed" => 2,
        "on-hold" => 3,
        "processing" => 4,
        "completed" => 6,
        Cancelled => 7,
        Refunded => 8,
        "trash" => 9,
        _ => 5,
    };
}
