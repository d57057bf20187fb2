using UserOps.Domain.Users;
using static UserOps.Tests.Said;

namespace UserOps.Tests.Users;

/// <summary>An event that names its order alone must find the user who has the order, wherever that user went.</summary>
public sealed class OrderOwnerTests
{
    private static readonly Identity Nobody = new() { Trusted = true };
    private readonly World _world = new();

    [Fact]
    public async Task A_refund_finds_the_buyer_after_the_browser_it_was_bought_in_changed_hands()
    {
        await _world.ApplyEachAsync(
        [
            Order("1", Visitor("tablet"), "o1", 0, Placed(0), Total(0, 900)),
            Identify("2", User("ann", "tablet"), 1),
            Identify("3", User("bob", "tablet"), 2),
            Order("4", Nobody, "o1", 3, Refunded("r", 3, 400)),
        ]);
        Assert.Equal(500, Amount((await _world.ProfileAsync("ann"))!));
        Assert.Equal(["3"], _world.EventsOf((await _world.ProfileAsync("bob"))!).Select(e => e.DedupeKey));
    }

    [Fact]
    public async Task A_refund_finds_the_buyer_after_an_earlier_claim_took_the_address_the_order_was_placed_under()
    {
        await _world.ApplyEachAsync(
        [
            Order("1", Guest("x@mail.example"), "o1", 0, Placed(0), Total(0, 900)),
            Identify("2", User("ann", email: "x@mail.example"), 5),
            Identify("3", User("bob", email: "x@mail.example"), 4),
            Order("4", Nobody, "o1", 6, Refunded("r", 6, 400)),
        ]);
        Assert.Equal(500, Amount((await _world.ProfileAsync("ann"))!));
    }

    [Fact]
    public async Task What_a_crash_left_to_do_is_done_though_the_browser_changed_hands_before_the_event_came_again()
    {
        var bought = Order("2", Visitor("tablet"), "o1", 2, Placed(2), Total(2, 900));
        await _world.ApplyAsync(Identify("1", User("ann", "tablet"), 1));
        _world.Store.After = operation => operation.Changes.Count > 2 ? throw new IOException("A crash after the commit.") : Task.CompletedTask;
        await Assert.ThrowsAsync<IOException>(() => _world.ApplyAsync(bought));
        _world.Store.After = null;
        await _world.ApplyEachAsync([Identify("3", User("bob", "tablet"), 3), bought, Order("4", Nobody, "o1", 4, Refunded("r", 4, 400))]);
        Assert.Equal(500, Amount((await _world.ProfileAsync("ann"))!));
        Assert.DoesNotContain(_world.Store.Rows, row => row.Key.Value.StartsWith("x~", StringComparison.Ordinal));
    }

    private static long Amount(Profile profile) => profile.Purchases.AsOf(UserOps.Domain.Days.Of(new DateOnly(2027, 1, 1))).AmountMinor;
}
