using Microsoft.Extensions.Caching.Memory;
using UserOps.Application.Settings;
using UserOps.Application.Storage;
using UserOps.Domain.Events;
using UserOps.Domain.Orders;
using UserOps.Domain.Recommendations;

namespace UserOps.Application.Recommendations;

/// <summary>
/// Keeps the catalogue from the lines of orders. Before the events are committed: what is known of a product is about nobody, and noting it twice or in vain does no harm,
/// while an order whose products nobody can name would.
/// </summary>
public sealed class NoteProducts(ITableStore store, UserOpsSettings settings) : IDisposable
{
    /// <summary>Products seen lately, so that one which everybody buys is not read with every order.</summary>
    private const int MostRemembered = 20_000;

    private const int WritesAtOnce = 16;

    private readonly MemoryCache _seen = new(new MemoryCacheOptions { SizeLimit = MostRemembered });

    public async Task RunAsync(IEnumerable<UserEvent> events, CancellationToken cancel)
    {
        var told = new Dictionary<ProductKey, ProductDetails>();
        foreach (var said in events)
        {
            foreach (var product in OrderedProducts.Of(said))
            {
                var details = DetailsOf(product, said);
                told[product.Key] = told.TryGetValue(product.Key, out var before) ? before.With(details) : details;
            }
        }

        var news = told.Where(pair => !_seen.TryGetValue(pair.Key, out ProductDetails? known) || pair.Value.SaysMoreThan(known!));
        foreach (var some in news.Chunk(WritesAtOnce))
        {
            await Task.WhenAll(some.Select(pair => WriteAsync(pair.Key, pair.Value, cancel)));
        }
    }

    public void Dispose() => _seen.Dispose();

    /// <summary>A browser may name any product and any address, which would end up in other people's mail; so it is believed that there is one, and no more.</summary>
    private ProductDetails DetailsOf(OrderedProduct product, UserEvent said)
    {
        if (!said.Identity.Trusted)
        {
            return new(product.Id);
        }

        var at = said.OccurredAt;
        var currency = OrderedProducts.CurrencyOf(said) is { } code && Currencies.IsCode(code) ? code : settings.Workspace.Currency;
        return new(product.Id)
        {
            Name = product.Name is { } name ? new(name, at) : null,
            Url = product.Url is { } url ? new(url, at) : null,
            ImageUrl = product.ImageUrl is { } image ? new(image, at) : null,
            Price = product.Price is { } price and < MostPrice ? new(Money.FromMajor(price, currency), at) : null,
        };
    }

    /// <summary>More is no price, and might not fit.</summary>
    private const decimal MostPrice = 1_000_000_000_000m;

    private async Task WriteAsync(ProductKey product, ProductDetails told, CancellationToken cancel)
    {
        while (true)
        {
            var row = await store.GetAsync(ProductRow.Partition(product), ProductRow.Key(product), cancel);
            var known = row is null ? null : ProductRow.Read(row);
            if (known is null || told.SaysMoreThan(known))
            {
                var details = known?.With(told) ?? told;
                Change change = row is null
                    ? new Change.Insert(ProductRow.Write(details)) { Key = ProductRow.Key(product) }
                    : new Change.Replace(ProductRow.Write(details), row.ETag) { Key = ProductRow.Key(product) };
                if (await store.CommitAsync(ProductRow.Partition(product), [change], cancel) is not CommitResult.Committed)
                {
                    continue;
                }

                known = details;
            }

            _seen.Set(product, known, new MemoryCacheEntryOptions { Size = 1 });
            return;
        }
    }
}
