using UserOps.Domain.Recommendations;

namespace UserOps.Tests.Recommendations;

public sealed class CoPurchasesTests
{
    [Fact]
    public void Similarity_is_the_shrunk_cosine_of_weighted_buyers()
    {
        var together = Counted(["a", "b", "c"], [["a", "b"], ["a", "b"], ["a", "b"], ["a"], ["c"]]);

        // Who bought two counts 181/256 each, who bought one 1; five are added to either product.
        var pair = 3 * 181d;
        var expected = pair / Math.Sqrt((pair + 256 + (5 * 256)) * (pair + (5 * 256)));
        Assert.Equal(new ProductWeight(ProductKey.Of("b"), (long)Math.Round(expected * 1_000_000)), Assert.Single(RelatedTo(together, "a")));
        Assert.Equal(RelatedTo(together, "a")[0].Weight, RelatedTo(together, "b")[0].Weight);
        Assert.Empty(RelatedTo(together, "c"));
    }

    [Fact]
    public void What_fewer_than_three_bought_together_is_not_told() =>
        Assert.Empty(RelatedTo(Counted(["a", "b"], [["a", "b"], ["a", "b"]]), "a"));

    [Fact]
    public void Slices_tell_together_what_one_would()
    {
        string[] names = [.. Enumerable.Range(0, Products.SliceSize + 40).Select(i => $"p{i}")];
        var baskets = Enumerable.Range(0, 900).Select(i => (IReadOnlyList<string>)[$"p{i % 60}", $"p{Products.SliceSize + (i % 20)}", $"p{i % 7}"]).ToArray();
        var products = new Products(names.Select(ProductKey.Of));
        Assert.Equal(2, products.Slices);

        var (first, second) = (new CoPurchases(products, 0), new CoPurchases(products, 1));
        foreach (var basket in baskets)
        {
            var bought = BoughtProducts.None.With(basket.Select(ProductKey.Of), 0);
            first.Add(bought);
            second.Add(bought);
        }

        Assert.Equal((Products.SliceSize, 40), (first.Rows, second.Rows));
        var ofFirst = RelatedTo(first, "p3").Single(r => r.Product == ProductKey.Of($"p{Products.SliceSize + 3}"));
        var ofSecond = RelatedTo(second, $"p{Products.SliceSize + 3}").Single(r => r.Product == ProductKey.Of("p3"));
        Assert.Equal(ofFirst.Weight, ofSecond.Weight);
    }

    [Fact]
    public void Counts_of_a_slice_take_no_more_than_is_said_however_many_products_there_are()
    {
        var products = new Products(Enumerable.Range(0, 20_000).Select(i => ProductKey.Of($"{i}")));
        var before = GC.GetAllocatedBytesForCurrentThread();

        var together = new CoPurchases(products, 3);

        Assert.Equal((Products.Most, Products.SliceSize), (products.Count, together.Rows));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 32 * 1024 * 1024, 33 * 1024 * 1024);
    }

    private static CoPurchases Counted(string[] names, string[][] baskets)
    {
        var together = new CoPurchases(new(names.Select(ProductKey.Of)), 0);
        foreach (var basket in baskets)
        {
            together.Add(BoughtProducts.None.With(basket.Select(ProductKey.Of), 0));
        }

        return together;
    }

    private static IReadOnlyList<ProductWeight> RelatedTo(CoPurchases together, string product) =>
        Enumerable.Range(0, together.Rows).Select(together.Related).Single(row => row.Product == ProductKey.Of(product)).Related;
}
