namespace UserOps.Domain.Orders;

/// <summary>Order ids are unique only within the system that gave them.</summary>
public sealed record OrderRef(string Source, string OrderId)
{
    /// <summary>base32 of the hash of both, 26 characters: what stands in keys.</summary>
    public string Hash() => HashText.Of(Source, OrderId);
}
