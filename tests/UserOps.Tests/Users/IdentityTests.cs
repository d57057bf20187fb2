using UserOps.Application.Storage;
using UserOps.Application.Users;
using UserOps.Domain.Users;
using static UserOps.Tests.Said;

namespace UserOps.Tests.Users;

public sealed class IdentityTests
{
    private readonly World _world = new();

    [Fact]
    public async Task What_a_visitor_did_before_signing_in_belongs_to_the_user()
    {
        await _world.ApplyEachAsync([Track("1", Visitor("x")), Track("2", Visitor("x"), 1), Identify("3", User("a", "x"), 2), Track("4", Visitor("x"), 3)]);

        var profile = Assert.Single(_world.Profiles());
        Assert.Equal(["1", "2", "3", "4"], _world.EventsOf(profile).Select(e => e.DedupeKey));
        Assert.Equal("user:a", profile.DisplayId?.ToString());
        Assert.Equal(profile.Key, (await _world.ProfileAsync("anonymous:x"))?.Key);
    }

    [Fact]
    public async Task Two_people_who_share_a_phone_stay_two()
    {
        await _world.ApplyEachAsync(
        [
            Track("1", Visitor("phone")), Identify("2", User("ann", "phone"), 1), Track("3", Visitor("phone"), 2),
            Identify("4", User("bob", "phone"), 3), Track("5", Visitor("phone"), 4), Track("6", User("ann", "phone"), 5), Track("7", Visitor("phone"), 6),
        ]);

        var (ann, bob) = (await _world.ProfileAsync("ann"), await _world.ProfileAsync("bob"));
        Assert.Equal(["1", "2", "3", "6", "7"], _world.EventsOf(ann!).Select(e => e.DedupeKey));
        Assert.Equal(["4", "5"], _world.EventsOf(bob!).Select(e => e.DedupeKey));
        Assert.Equal(2, _world.Profiles().Count);
        Assert.DoesNotContain(bob!.Links, l => l.Identifier.Kind == IdentifierKind.Anonymous);
        Assert.Empty(ann!.Conflicts);
    }

    [Fact]
    public async Task An_event_repeated_after_the_phone_changed_hands_is_not_counted_again()
    {
        var page = Track("1", Visitor("phone"));
        await _world.ApplyEachAsync([page, Identify("2", User("ann", "phone"), 1), Identify("3", User("bob", "phone"), 2), page]);

        Assert.Equal(["3"], _world.EventsOf((await _world.ProfileAsync("bob"))!).Select(e => e.DedupeKey));
        Assert.Equal(["1", "2"], _world.EventsOf((await _world.ProfileAsync("ann"))!).Select(e => e.DedupeKey));
    }

    [Fact]
    public async Task A_visitor_who_types_somebody_elses_address_reaches_nobody()
    {
        await _world.ApplyEachAsync(
        [
            Order("1", Customer("7", "victim@mail.example"), "o1", 0, Placed(0), Total(0, 5_000)),
            Identify("2", Visitor("x", "victim@mail.example"), 1, ("email", "victim@mail.example")),
            Track("3", Visitor("x", "victim@mail.example"), 2),
            Order("4", Guest("victim@mail.example"), "o2", 3, Placed(3), Total(3, 700)),
        ]);

        var victim = await _world.ProfileAsync("customer:shop:7");
        var visitor = await _world.ProfileAsync("anonymous:x");
        Assert.Equal(["1", "4"], _world.EventsOf(victim!).Select(e => e.DedupeKey));
        Assert.Equal(["2", "3"], _world.EventsOf(visitor!).Select(e => e.DedupeKey));
        Assert.Equal(0, visitor!.Purchases.Entries.Length);
        Assert.Equal(victim!.Key, (await _world.ProfileAsync("email:VICTIM@mail.example"))?.Key);
    }

    [Fact]
    public async Task A_visitor_who_claims_an_address_first_does_not_get_its_owners_orders()
    {
        await _world.ApplyEachAsync(
        [
            Identify("1", Visitor("x", "victim@mail.example"), 0, ("email", "victim@mail.example")),
            Order("2", Guest("victim@mail.example"), "o1", 1, Placed(1), Total(1, 700)),
            Order("3", Customer("7", "victim@mail.example"), "o2", 2, Placed(2), Total(2, 5_000)),
        ]);

        Assert.Equal(["1"], _world.EventsOf((await _world.ProfileAsync("anonymous:x"))!).Select(e => e.DedupeKey));
        Assert.Equal(["2", "3"], _world.EventsOf((await _world.ProfileAsync("customer:shop:7"))!).Select(e => e.DedupeKey));
    }

    [Fact]
    public async Task A_guest_becomes_the_customer_with_the_same_address_and_all_history()
    {
        await _world.ApplyEachAsync(
        [
            Order("1", Guest("a@mail.example"), "o1", 0, Placed(0), Total(0, 100)),
            Order("2", Customer("7", "A@mail.example"), "o2", 5, Placed(5), Total(5, 200)),
            Order("3", Guest("a@mail.example"), "o3", 9, Placed(9), Total(9, 400)),
        ]);

        var profile = Assert.Single(_world.Profiles());
        Assert.Equal(700, profile.Purchases.AsOf(UserOps.Domain.Days.Of(new DateOnly(2026, 2, 1))).AmountMinor);
    }

    [Fact]
    public async Task The_address_of_another_known_user_is_a_conflict_to_show_not_a_merge()
    {
        await _world.ApplyEachAsync([Identify("1", User("a", email: "x@mail.example")), Identify("2", User("b", email: "x@mail.example"), 1)]);

        Assert.Equal(2, _world.Profiles().Count);
        var b = await _world.ProfileAsync("b");
        Assert.Equal((await _world.ProfileAsync("a"))!.Key, Assert.Single(b!.Conflicts).OtherUserKey);
        Assert.Equal((await _world.ProfileAsync("a"))!.Key, (await _world.ProfileAsync("email:x@mail.example"))!.Key);
    }

    [Fact]
    public async Task A_conflict_is_over_for_the_user_who_got_the_address_after_all()
    {
        // Their events overtake each other: bob's later claim loses to ann's, then his earlier one wins.
        await _world.ApplyEachAsync(
        [
            Identify("1", User("ann", email: "x@mail.example"), 5),
            Identify("2", User("bob", email: "x@mail.example"), 9),
            Identify("3", User("bob", email: "x@mail.example"), 1),
        ]);

        Assert.Empty((await _world.Get<ReadUser>().RunAsync("bob", default))!.Conflicts);
        Assert.Equal("bob", Assert.Single((await _world.Get<ReadUser>().RunAsync("ann", default))!.Conflicts).Other);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Known_users_merge_by_a_trusted_alias_only(bool trusted)
    {
        await _world.ApplyEachAsync([Track("1", User("old")), Track("2", User("new"), 1), Alias("3", "old", User("new") with { Trusted = trusted }, 2)]);

        Assert.Equal(trusted ? 1 : 2, _world.Profiles().Count);
        var named = await _world.ProfileAsync("new");
        Assert.Equal(trusted ? 0 : 1, named!.Conflicts.Count);
        Assert.Equal("user:new", trusted ? named.DisplayId!.ToString() : "user:new");
        Assert.Equal(trusted ? ["1", "2", "3"] : ["2", "3"], _world.EventsOf(named).Select(e => e.DedupeKey));
    }

    [Fact]
    public async Task Nothing_of_a_merged_user_is_left_but_the_redirect()
    {
        await _world.ApplyEachAsync(Enumerable.Range(0, 100).Select(i => Order($"g{i}", Guest("a@mail.example"), $"o{i}", i, Placed(i), Total(i, 100))));
        var guest = await _world.ProfileAsync("email:a@mail.example");
        await _world.ApplyAsync(Identify("c", Customer("7", "a@mail.example"), 200));

        Assert.Equal("p", Assert.Single(_world.Store.Rows, row => row.Partition.Value == guest!.Key).Key.Value);
        Assert.Equal(101, _world.EventsOf(Assert.Single(_world.Profiles())).Count);
    }

    [Fact]
    public async Task Nothing_is_taken_any_more_of_an_erased_person()
    {
        var key = _world.Get<UserKeys>().Of(Identifier.User("gone"));
        await _world.Store.CommitAsync(key, [new Change.Insert(Properties.Of("kind", "erased")) { Key = UserRow.Profile }], default);
        await _world.ApplyEachAsync([Track("1", User("gone", "browser", "gone@mail.example")), Track("2", User("ann", "browser"), 1), Alias("3", "gone", User("ann"), 2)]);

        Assert.Equal("p", Assert.Single(_world.Store.Rows, row => row.Partition.Value == key).Key.Value);
        Assert.Equal(["2", "3"], _world.EventsOf(Assert.Single(_world.Profiles())).Select(e => e.DedupeKey));
    }
}
