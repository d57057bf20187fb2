using UserOps.Application.Storage;
using UserOps.Application.Users;
using UserOps.Domain.Orders;
using UserOps.Domain.Users;
using static UserOps.Tests.Said;

namespace UserOps.Tests.Users;

/// <summary>Whatever is sent about one user, the profile stays small enough to be written: a profile that cannot be written takes no event any more.</summary>
public sealed class ProfileBoundsTests
{
    private readonly World _world = new();

    [Theory]
    [InlineData(36, 20, 256 * 1024)]
    [InlineData(512, 128, 512 * 1024)]
    public async Task Traits_and_identifiers_of_the_largest_allowed_size_still_fit_a_row(int id, int name, int bytes)
    {
        // Chance leaves little to compress.
        var random = new Random(1);
        string Noise(int length) => random.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_", length);
        for (var i = 0; i < 300; i += 20)
        {
            await _world.ApplyAsync(
                [.. Enumerable.Range(i, 20).Select(n => Identify($"i{n}", User("ann", Noise(id)), n, (Noise(name), Noise(Profile.MaxTraitBytes - 2))))]);
        }

        Assert.Equal(300, (await _world.ProfileAsync("ann"))!.Seq);
        var row = _world.Store.Rows.Single(row => row.Key.Value == UserRow.Profile && row.Properties.Text("kind") == "profile");
        Assert.Equal(Profile.MaxTraits, Assert.IsType<Holder.Here>(HolderRow.Read(row)).Profile.Traits.Count);
        Assert.InRange(row.Properties.Sum(property => property.Value is byte[] b ? b.Length : 0), 1, bytes);
    }

    [Fact]
    public async Task An_address_outlasts_any_number_of_browsers()
    {
        for (var i = 0; i < Profile.MaxLinks + 20; i++)
        {
            await _world.ApplyAsync(Track($"t{i}", Guest("a@mail.example") with { AnonymousId = $"browser-{i}" }, i));
            Assert.Equal("email:a@mail.example", (await _world.ProfileAsync("email:a@mail.example"))!.DisplayId?.ToString());
        }

        var profile = (await _world.ProfileAsync("email:a@mail.example"))!;
        Assert.Equal(Profile.MaxLinks, profile.Links.Count);
        Assert.Equal(profile.Key, (await _world.ProfileAsync("anonymous:browser-0"))!.Key);
    }

    [Fact]
    public void A_counter_customer_with_orders_and_refunds_every_day_can_still_be_projected()
    {
        // What a till books on one customer record: sales each day of three years, and goods brought back on many days after.
        var history = PurchaseHistory.Empty.Replace([], from day in Enumerable.Range(19_000, 1_000)
            from later in Enumerable.Range(0, 30)
            select new PurchaseEntry(day, day + later, later == 0 ? 40 : -1, later == 0 ? 12_345_678 : -54_321));
        Assert.InRange(history.ToBytes().Length, 1, TableLimits.PropertyBytes);
        Assert.Equal(1_000 * (40 - 29), history.AsOf(21_000).Orders);
        Assert.Equal(1_000 * (12_345_678L - (29 * 54_321)), history.AsOf(21_000).AmountMinor);
    }

    [Fact]
    public void What_was_compacted_to_months_can_still_be_taken_out_after_the_newest_order_went()
    {
        PurchaseEntry[] old = [.. Enumerable.Range(0, 3_100).Select(i => new PurchaseEntry(15_000 + i, 15_000 + i, 1, 100))];
        PurchaseEntry future = new(25_000, 25_000, 1, 100);
        var history = PurchaseHistory.Empty.Replace([], [.. old, future]);
        Assert.NotEqual(int.MinValue, history.MonthlyBefore);
        PurchaseEntry[] more = [.. Enumerable.Range(0, 3_100).Select(i => new PurchaseEntry(15_000 + i, 24_900 + (i % 60), 0, 1))];
        history = history.Replace([future], more).Replace([.. old, .. more], []);
        Assert.Equal(0, history.Entries.Length);
    }
}
