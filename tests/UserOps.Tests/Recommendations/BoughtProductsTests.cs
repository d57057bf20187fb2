using FsCheck;
using FsCheck.Fluent;
using UserOps.Domain.Recommendations;

namespace UserOps.Tests.Recommendations;

public sealed class BoughtProductsTests
{
    /// <summary>Orders of up to ten of 400 products within forty days: more than are remembered.</summary>
    private static readonly Arbitrary<(int Day, ProductKey[] Products)[]> SomeOrders = (
        from orders in Gen.Choose(0, 120)
        from all in (from day in Gen.Choose(0, 40)
                     from count in Gen.Choose(1, 10)
                     from products in Gen.Choose(0, 400).ArrayOf(count)
                     select (day, products.Select(id => ProductKey.Of($"p{id}")).ToArray())).ArrayOf(orders)
        select all).ToArbitrary();

    [Fact]
    public void Whatever_the_order_and_however_often_told_the_same_products_are_remembered() => Prop.ForAll(SomeOrders, Gen.Choose(0, 10_000).ToArbitrary(), (orders, seed) =>
    {
        var random = new Random(seed);
        var twice = orders.Concat(orders.Where(_ => random.Next(3) == 0)).ToArray();
        random.Shuffle(twice);
        return Fold(orders).Equals(Fold(twice));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void They_are_those_bought_last_each_with_its_latest_day() => Prop.ForAll(SomeOrders, orders =>
    {
        var days = orders.SelectMany(order => order.Products.Select(product => (product, order.Day))).GroupBy(x => x.product).Select(g => new BoughtProduct(g.Key, g.Max(x => x.Day)));
        return Fold(orders).Latest.ToArray().SequenceEqual(days.OrderByDescending(b => b.Day).ThenBy(b => b.Product).Take(BoughtProducts.Most));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_was_written_is_read_again() => Prop.ForAll(SomeOrders, orders =>
        Fold(orders) is var bought && BoughtProducts.FromBytes(bought.ToBytes()).Equals(bought)).QuickCheckThrowOnFailure();

    [Fact]
    public void As_many_as_fit_take_about_two_kilobytes() =>
        Assert.InRange(BoughtProducts.None.With(Enumerable.Range(0, 1_000).Select(i => ProductKey.Of($"{i}")), 20_000).ToBytes().Length, 200, 2_100);

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 2, 1, 2, 3 })]
    public void Bytes_that_are_cut_off_are_refused(byte[] bytes) => Assert.Throws<FormatException>(() => BoughtProducts.FromBytes(bytes));

    private static BoughtProducts Fold(IEnumerable<(int Day, ProductKey[] Products)> orders) =>
        orders.Aggregate(BoughtProducts.None, (bought, order) => bought.With(order.Products, order.Day));
}
