namespace UserOps.Application.Orders.Import;

/// <summary>What was bought on one row of a file.</summary>
/// <param name="Price">Of one, major units of the order's currency.</param>
public sealed record OrderItem(string? ProductId, string? Sku, string? Name, decimal? Quantity, decimal? Price, string? Url, string? ImageUrl);
