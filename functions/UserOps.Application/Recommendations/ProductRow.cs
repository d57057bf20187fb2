using UserOps.Application.Storage;
using UserOps.Domain.Recommendations;

namespace UserOps.Application.Recommendations;

/// <summary>The catalogue as orders tell it: row = the product's key, in partition <c>products~{first two digits of it}</c>, so that no partition is written by everybody.</summary>
public static class ProductRow
{
    private const int Version = 1;

    public static TableKey Partition(ProductKey product) => $"products~{product.Value >> 56:x2}";

    public static TableKey Key(ProductKey product) => product.ToString();

    public static Properties Write(ProductDetails details) => Documents.Write(details, RecommendationJson.Default.ProductDetails, Version);

    public static ProductDetails Read(Row row) => Documents.Read(row, RecommendationJson.Default.ProductDetails);
}
