using UserOps.Application.Recommendations;
using UserOps.Application.Storage;
using UserOps.Application.Users;
using UserOps.Domain.Recommendations;

namespace UserOps.Tests.Recommendations;

/// <summary>The two that are held against each other, over the same rows: what goes with what was bought, and what is popular; neither recommends what was bought.</summary>
public sealed class Recommenders(NamedUser named, ReadRecommendations read, RecommendationRows rows, ITableStore store)
{
    public async Task<IReadOnlyList<string>> RelatedAsync(string customer)
    {
        var profile = await named.RunAsync(customer, default);
        return [.. (await read.ForUserAsync(profile!, LeaveLastOut.Recommended, default)).Items.Select(item => item.Product.Id)];
    }

    public async Task<IReadOnlyList<string>> PopularAsync(string customer)
    {
        var profile = await named.RunAsync(customer, default);
        var run = await rows.PublishedAsync(default);
        var popular = Products.FromBytes((await rows.FindAsync(run!.Id, "popular", default))!);
        var ids = new List<string>();
        for (var place = 0; place < popular.Count && ids.Count < LeaveLastOut.Recommended; place++)
        {
            if (profile!.Bought?.Contains(popular[place]) != true)
            {
                ids.Add(ProductRow.Read((await store.GetAsync(ProductRow.Partition(popular[place]), ProductRow.Key(popular[place]), default))!).Id);
            }
        }

        return ids;
    }
}
