using UserOps.Application.Storage;
using UserOps.Domain.Recommendations;
using UserOps.Domain.Users;

namespace UserOps.Application.Recommendations;

/// <summary>Recommendations of the published run. What was bought is known up to now, so that nothing is recommended that was bought since the night.</summary>
public sealed class ReadRecommendations(ITableStore store, RecommendationRows rows)
{
    /// <summary>Of one answer.</summary>
    public const int MaxItems = 50;

    /// <param name="most">1 to <see cref="MaxItems"/>.</param>
    /// <param name="named">Only products whose name is known: for those who show them to people.</param>
    public async Task<Recommended> ForUserAsync(Profile profile, int most, CancellationToken cancel, bool named = false)
    {
        if (await rows.PublishedAsync(cancel) is not { } run)
        {
            return Recommended.Nothing;
        }

        var bought = profile.Bought ?? BoughtProducts.None;
        var found = await Task.WhenAll(Suggesting.SeedsOf(bought).Select(async seed => (Seed: seed, Related: await rows.RelatedAsync(run.Id, seed, cancel))));
        var related = found.Where(item => item.Related is not null).ToDictionary(item => item.Seed, item => item.Related!);
        return await ShowAsync(run, Suggesting.For(bought, related, await PopularAsync(run, cancel)), most, named, cancel);
    }

    /// <returns>Null when no order has named the product.</returns>
    public async Task<Recommended?> ForProductAsync(string id, int most, CancellationToken cancel)
    {
        var product = ProductKey.Of(id);
        if (await FindAsync(product, cancel) is null)
        {
            return null;
        }

        if (await rows.PublishedAsync(cancel) is not { } run)
        {
            return Recommended.Nothing;
        }

        var related = new Dictionary<ProductKey, IReadOnlyList<ProductWeight>> { [product] = await rows.RelatedAsync(run.Id, product, cancel) ?? [] };
        return await ShowAsync(run, Suggesting.For(BoughtProducts.None.With([product], 0), related, await PopularAsync(run, cancel)), most, false, cancel);
    }

    private async Task<IReadOnlyList<ProductKey>> PopularAsync(RecommendationRun run, CancellationToken cancel)
    {
        var popular = await rows.FindAsync(run.Id, RecommendationRows.Popular, cancel) is { } bytes ? Products.FromBytes(bytes) : new Products([]);
        return [.. Enumerable.Range(0, popular.Count).Select(place => popular[place])];
    }

    private async Task<Recommended> ShowAsync(RecommendationRun run, IEnumerable<Suggestion> suggestions, int most, bool named, CancellationToken cancel)
    {
        var items = new List<Recommendation>(most);
        foreach (var some in suggestions.Chunk(most))
        {
            items.AddRange((await Task.WhenAll(some.Select(suggestion => ShowAsync(suggestion, cancel)))).OfType<Recommendation>().Where(item => !named || item.Product.Name is not null));
            if (items.Count >= most)
            {
                break;
            }
        }

        return new(run.AsOf, [.. items.Take(most)]);
    }

    /// <returns>Null where the catalogue does not know the product.</returns>
    private async Task<Recommendation?> ShowAsync(Suggestion suggestion, CancellationToken cancel)
    {
        var because = suggestion.Because is { } seed ? FindAsync(seed, cancel) : Task.FromResult<ProductDetails?>(null);
        return await FindAsync(suggestion.Product, cancel) is { } product ? new(product, await because) : null;
    }

    private async Task<ProductDetails?> FindAsync(ProductKey product, CancellationToken cancel) =>
        await store.GetAsync(ProductRow.Partition(product), ProductRow.Key(product), cancel) is { } row ? ProductRow.Read(row) : null;
}
