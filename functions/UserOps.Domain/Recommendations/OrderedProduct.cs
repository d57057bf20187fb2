namespace UserOps.Domain.Recommendations;

/// <summary>What one line of an order says of its product.</summary>
/// <param name="Id">The product id, else the SKU.</param>
/// <param name="Url">Absolute, http or https.</param>
/// <param name="ImageUrl">Likewise.</param>
/// <param name="Price">Of one, major units.</param>
public sealed record OrderedProduct(string Id, string? Name, string? Url, string? ImageUrl, decimal? Price)
{
    public ProductKey Key => ProductKey.Of(Id);
}
