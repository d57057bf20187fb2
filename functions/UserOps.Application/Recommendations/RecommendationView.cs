namespace UserOps.Application.Recommendations;

/// <param name="Id">The product id as shops send it, else the SKU.</param>
/// <param name="Price">Of one, major units of <paramref name="Currency"/>, as the latest order told it.</param>
public sealed record RecommendationView(string Id, string? Name, string? Url, string? ImageUrl, decimal? Price, string? Currency, ReasonView Because)
{
    internal static RecommendationView Of(Recommendation item) => new(
        item.Product.Id, item.Product.Name?.Value, item.Product.Url?.Value, item.Product.ImageUrl?.Value, item.Price, item.Product.Price?.Value.Currency,
        item.Because is { } bought ? new("bought", bought.Id, bought.Name?.Value) : new("popular", null, null));
}
