using System.Text.Json;
using UserOps.Application.Events;
using UserOps.Domain.Events;
using UserOps.Domain.Users;
using UserOps.Tests.Journeys.Running;
using static UserOps.Tests.Said;

namespace UserOps.Tests.Users;

/// <summary>Who brought whom, told to the referrer once whatever happens on the way.</summary>
public sealed class ReferralTests
{
    /// <summary>
    /// Ann follows a link of Rita's in a browser that nobody is known behind, orders as a guest and under a name of her own, and is renamed; Rita, who is told before anybody has seen her
    /// or after, is renamed too.
    /// </summary>
    private static readonly UserEvent[] Story =
    [
        Landed("l1", Visitor("tablet"), 0, "rita"),
        Track("l2", Visitor("tablet"), 0.1),
        Identify("i1", User("ann", "tablet", "ann@mail.example"), 3, ("referredBy", "rita")),
        Order("g1", Guest("ann@mail.example"), "o1", 1, Placed(1), Total(1, 900)),
        Order("o2", User("ann"), "o2", 4, Placed(4), Total(4, 900)),
        Order("o3", User("anna"), "o3", 8, Placed(8), Total(8, 900), Cancelled(9)),
        Order("o4", User("anna"), "o4", 9, Total(9, 100)),
        Alias("a1", "ann", User("anna"), 7),
        Identify("r1", User("rita"), 2, ("city", "Ulm")),
        Track("r2", User("rita"), 6),
        Alias("a2", "rita", User("margarita"), 5),
    ];

    [Fact]
    public async Task In_any_order_and_however_often_a_referrer_hears_of_each_sign_up_and_order_once()
    {
        for (var seed = 0; seed < 150; seed++)
        {
            var random = new Random(seed);
            var world = new World();
            UserEvent[] all = [.. Story, .. Story.Where(_ => random.Next(4) == 0)];
            random.Shuffle(all);
            foreach (var message in all.Chunk(random.Next(1, 5)))
            {
                await world.ApplyAsync(message);
                if (random.Next(3) == 0)
                {
                    await world.DrainAsync(random.Next());
                }
            }

            await world.DrainAsync(seed);
            Assert.Equal((seed, Outcome), (seed, await OutcomeAsync(world)));
        }
    }

    [Fact]
    public async Task A_crash_before_or_after_any_write_loses_no_referral_and_doubles_none()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var random = new Random(seed);
            var world = new World();
            world.Store.Before = world.Store.After = _ => random.Next(30) == 0 ? throw new IOException("A crash.") : Task.CompletedTask;
            world.Queue.Before = world.Queue.After = _ => random.Next(8) == 0 ? throw new IOException("A crash.") : Task.CompletedTask;
            UserEvent[] all = [.. Story];
            random.Shuffle(all);
            foreach (var message in all.Chunk(random.Next(1, 5)))
            {
                await UntilDoneAsync(() => world.ApplyAsync(message));
            }

            await UntilDoneAsync(() => world.DrainAsync(seed));
            world.Store.Before = world.Store.After = null;
            Assert.Equal((seed, Outcome), (seed, await OutcomeAsync(world)));
            Assert.DoesNotContain(world.Store.Rows, row => row.Key.Value.StartsWith("x~", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_first_referrer_stays()
    {
        var world = new World();
        await world.ApplyEachAsync([Identify("1", User("ann"), 1, ("referredBy", "rita")), Identify("2", User("ann"), 2, ("referredBy", "rolf")), Landed("3", User("ann"), 0, "rosa")]);
        await world.DrainAsync();

        Assert.Equal("rita", (await world.ProfileAsync("ann"))!.ReferredBy!.Referrer);
        Assert.Equal(1, (await world.ProfileAsync("rita"))!.Referrals!.SignUps);
        Assert.Null(await world.ProfileAsync("rolf"));
        Assert.Null(await world.ProfileAsync("rosa"));
    }

    [Fact]
    public async Task Before_the_person_is_known_the_earliest_word_holds_and_nobody_hears_of_a_mere_visitor()
    {
        var world = new World();
        await world.ApplyEachAsync([Landed("1", Visitor("tablet"), 2, "rolf"), Landed("2", Visitor("tablet"), 1, "rita")]);
        await world.DrainAsync();
        Assert.Null(await world.ProfileAsync("rita"));

        await world.ApplyAsync(Identify("3", User("ann", "tablet"), 3));
        await world.DrainAsync();

        Assert.Equal(1, (await world.ProfileAsync("rita"))!.Referrals!.SignUps);
        Assert.Null(await world.ProfileAsync("rolf"));
    }

    [Fact]
    public async Task Nobody_brings_themselves()
    {
        var world = new World();
        await world.ApplyEachAsync([Identify("1", User("ann"), 1, ("referredBy", "ann")), Landed("2", Visitor("tablet"), 2, "ben"), Identify("3", User("ben", "tablet"), 3)]);
        await world.DrainAsync();

        Assert.All(world.Profiles(), profile => Assert.Equal((null, null), (profile.ReferredBy, profile.Referrals)));
    }

    [Theory]
    [InlineData("\"guest\"")]
    [InlineData("\"  \"")]
    [InlineData("{}")]
    [InlineData("true")]
    public async Task What_is_no_user_id_names_nobody(string value)
    {
        var world = new World();
        await world.ApplyAsync(Track("1", User("ann")) with { Properties = JsonSerializer.Deserialize<JsonElement>($$"""{"referredBy":{{value}}}""") });
        await world.ApplyAsync(Landed("2", User("ann"), 1, new string('x', 201)));

        Assert.Null((await world.ProfileAsync("ann"))!.ReferredBy);
    }

    [Fact]
    public async Task Orders_from_before_the_word_count_and_those_after_the_merge_of_a_guest_who_was_told_of()
    {
        var world = new World();
        await world.ApplyEachAsync(
        [
            Order("1", Guest("ann@mail.example"), "o1", 1, Placed(1), Total(1, 900)),
            Landed("2", Guest("ann@mail.example"), 2, "rita"),
            Order("3", User("ann"), "o2", 3, Placed(3), Total(3, 900)),
            Identify("4", User("ann", email: "ann@mail.example"), 4),
            Order("5", User("ann"), "o3", 5, Placed(5), Total(5, 900)),
        ]);
        await world.DrainAsync();

        var rita = (await world.ProfileAsync("rita"))!;
        Assert.Equal((1, 3, 0), (rita.Referrals!.SignUps, rita.Referrals.Orders, rita.ReusedKeys));
    }

    [Fact]
    public async Task The_events_hold_nothing_of_the_person_but_the_key()
    {
        var world = new World();
        await world.ApplyEachAsync([Identify("1", User("ann", email: "ann@mail.example"), 1, ("referredBy", "rita")), Order("2", User("ann"), "o1", 2, Placed(2), Total(2, 900))]);
        await world.DrainAsync();

        var key = (await world.ProfileAsync("ann"))!.Key;
        var events = world.EventsOf((await world.ProfileAsync("rita"))!);
        Assert.Equal([Referrals.SignedUp, Referrals.Ordered], events.Select(said => said.Name));
        Assert.All(events, said =>
        {
            Assert.Equal($$"""{"referred":"{{key}}"}""", said.Properties!.Value.GetRawText());
            var text = System.Text.Encoding.UTF8.GetString(IncomingEvent.Of(said).Json.Span);
            Assert.DoesNotContain("ann", text, StringComparison.Ordinal);
            Assert.DoesNotContain("o1", text.Replace(key, "", StringComparison.Ordinal), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_referral_lets_the_referrer_into_a_journey_and_one_that_a_visitor_makes_up_does_not()
    {
        var trip = new Trip();
        await trip.PublishAsync("""{ "key": "thanks", "name": "Thanks", "entry": { "event": "Referral Signed Up" }, "steps": [ { "id": "t", "type": "tag", "add": ["referrer"] } ] }""");
        await trip.SayAsync("rita", "Product Viewed");
        await trip.SayAsync("eve", Referrals.SignedUp, new { referred = "u~somebody" });
        await trip.SayAsync("ann", "Product Viewed", new { referredBy = "rita" });
        await trip.World.DrainAsync();
        await trip.RunAsync();

        Assert.Equal("t:done", await trip.PathAsync("rita"));
        Assert.Empty(await trip.RunsAsync("eve"));
        Assert.Null((await trip.World.ProfileAsync("eve"))!.Referrals);
    }

    private const string Outcome = "1 sign-up, 3 orders, reused 0, seen 2026-01-03 to 2026-01-07, by rita";

    private static async Task<string> OutcomeAsync(World world)
    {
        var (rita, ann) = ((await world.ProfileAsync("margarita"))!, (await world.ProfileAsync("anna"))!);
        Assert.Equal((rita.Key, ann.Key), ((await world.ProfileAsync("rita"))!.Key, (await world.ProfileAsync("ann"))!.Key));
        return $"{rita.Referrals!.SignUps} sign-up, {rita.Referrals.Orders} orders, reused {rita.ReusedKeys}, seen {rita.FirstSeen:yyyy-MM-dd} to {rita.LastSeen:yyyy-MM-dd}, by {ann.ReferredBy!.Referrer}";
    }

    private static UserEvent Landed(string key, Identity who, double day, string referrer) =>
        Track(key, who, day, "Page Viewed") with { Type = EventType.Page, Properties = JsonSerializer.SerializeToElement(new { referredBy = referrer }) };

    private static async Task UntilDoneAsync(Func<Task> act)
    {
        for (var tries = 0; tries < 1_000; tries++)
        {
            try
            {
                await act();
                return;
            }
            catch (IOException)
            {
                // The queue delivers again.
            }
        }

        Assert.Fail("No progress.");
    }
}
