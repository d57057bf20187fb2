using UserOps.Domain.Orders;

namespace UserOps.Application.Recommendations;

/// <summary>A product to recommend, with what is known of it.</summary>
/// <param name="Because">What speaks for it; null: it is popular.</param>
public sealed record Recommendation(ProductDetails Product, ProductDetails? Because)
{
    /// <summary>Major units of its own currency.</summary>
    public decimal? Price => Product.Price is { Value: var price } ? Currencies.ToMajor(price.Minor, price.Currency) : null;
}
