using UserOps.Domain.Recommendations;
using UserOps.Domain.Scoring;

namespace UserOps.Application.Recommendations;

/// <summary>Between the passes: adds the buckets up, and settles which products are related to each other and which are popular.</summary>
public sealed class ChooseProducts(RecommendationRows rows)
{
    /// <summary>More than anybody's purchases that are remembered, so that something popular is left for everybody.</summary>
    public const int MostPopular = BoughtProducts.Most + ReadRecommendations.MaxItems;

    /// <returns>Slices of the second pass; none where another driver was faster, whose run it is that is shown.</returns>
    /// <exception cref="InvalidOperationException">Not every bucket was counted.</exception>
    public async Task<int> RunAsync(RecommendationRun run, CancellationToken cancel)
    {
        if (await rows.FindAsync(run.Id, RecommendationRows.Products, cancel) is { } chosen)
        {
            return Products.FromBytes(chosen).Slices;
        }

        var (popularity, buckets) = (new Popularity(), 0);
        await foreach (var counted in rows.AllAsync(run.Id, RecommendationRows.Counts, cancel))
        {
            popularity.Add(Popularity.FromBytes(counted));
            buckets++;
        }

        if (buckets != Buckets.Count)
        {
            return await rows.LastAsync(cancel) is { FinishedAt: null } now && now.Id == run.Id
                ? throw new InvalidOperationException($"Products have been counted in {buckets} buckets only.")
                : 0;
        }

        var top = popularity.Top(Products.Most).Select(product => product.Product).ToArray();
        var products = new Products(top);
        await rows.PutOnceAsync(run.Id, RecommendationRows.Popular, new Products(top.Take(MostPopular)).ToBytes(), cancel);
        await rows.PutOnceAsync(run.Id, RecommendationRows.Products, products.ToBytes(), cancel);
        return products.Slices;
    }
}
