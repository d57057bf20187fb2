using System.Text.Json;
using UserOps.Domain.Events;
using UserOps.Domain.Users;
using static UserOps.Tests.Said;

namespace UserOps.Tests.Users;

public sealed class ReferredGuestTests
{
    [Fact]
    public async Task Same_referrer_named_by_guest_and_by_registration_is_one_sign_up()
    {
        var world = new World();
        await world.ApplyEachAsync(
        [
            Landed("1", Guest("ann@mail.example"), 1, "rita"),
            Identify("2", User("ann", email: "ann@mail.example"), 2, ("referredBy", "rita")),
        ]);
        await world.DrainAsync();
        Assert.Equal(1, (await world.ProfileAsync("rita"))!.Referrals!.SignUps);
    }

    [Fact]
    public async Task Guest_told_then_aliased_to_unseen_user_is_one_sign_up()
    {
        var world = new World();
        await world.ApplyEachAsync([Landed("1", Guest("ann@mail.example"), 1, "rita")]);
        await world.DrainAsync();
        await world.ApplyEachAsync([Landed("2", Guest("ann@mail.example"), 1, "rita"), Order("3", User("ann", email: "ann@mail.example"), "o1", 2, Placed(2), Total(2, 900))]);
        await world.DrainAsync();
        Assert.Equal(1, (await world.ProfileAsync("rita"))!.Referrals!.SignUps);
    }

    private static UserEvent Landed(string key, Identity who, double day, string referrer) =>
        Track(key, who, day, "Page Viewed") with { Type = EventType.Page, Properties = JsonSerializer.SerializeToElement(new { referredBy = referrer }) };
}
