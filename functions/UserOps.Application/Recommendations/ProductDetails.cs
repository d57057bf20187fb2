using System.Text.Json.Serialization;
using UserOps.Domain.Orders;

namespace UserOps.Application.Recommendations;

/// <summary>What is shown of a product: each value as the latest order told it, so that a source that names no picture does not take one away.</summary>
public sealed record ProductDetails(string Id)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Told<string>? Name { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Told<string>? Url { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Told<string>? ImageUrl { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Told<Money>? Price { get; init; }

    /// <summary>Commutative, associative and idempotent.</summary>
    public ProductDetails With(ProductDetails told) => this with
    {
        Name = Told.Later(Name, told.Name, StringComparer.Ordinal),
        Url = Told.Later(Url, told.Url, StringComparer.Ordinal),
        ImageUrl = Told.Later(ImageUrl, told.ImageUrl, StringComparer.Ordinal),
        Price = Told.Later(Price, told.Price, MoneyOrder),
    };

    /// <summary>
    /// Whether it is worth a write: something says otherwise, or was last told of a day or more before. So a product that everybody buys is not written with every order;
    /// of two values told within a day of each other, out of order, the earlier may stay.
    /// </summary>
    public bool SaysMoreThan(ProductDetails known) =>
        Told.IsNews(Name, known.Name) || Told.IsNews(Url, known.Url) || Told.IsNews(ImageUrl, known.ImageUrl) || Told.IsNews(Price, known.Price);

    private static readonly Comparer<Money> MoneyOrder = Comparer<Money>.Create((a, b) => (a.Minor, a.Currency).CompareTo((b.Minor, b.Currency)));
}
