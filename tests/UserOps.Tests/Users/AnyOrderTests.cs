using FsCheck.Fluent;
using UserOps.Application.Scoring;
using UserOps.Application.Users;
using UserOps.Domain.Events;
using UserOps.Domain.Scoring;
using UserOps.Domain.Users;
using static UserOps.Tests.Said;

namespace UserOps.Tests.Users;

/// <summary>Whatever the order and however often, the same events give the same profiles. Which partition a merged user ends in is not part of it.</summary>
public sealed class AnyOrderTests
{
    /// <summary>
    /// One person under three names in a shop, an application and two browsers, and a second person: orders placed, changed, cancelled and refunded (one refund
    /// naming its order alone), traits that contradict each other, guest orders, aliases, foreign money.
    /// </summary>
    public static readonly UserEvent[] Story =
    [
        Track("v1", Visitor("browser"), 0),
        Track("v2", Visitor("laptop"), 0.5),
        Identify("i1", User("ann", "browser"), 1, ("city", "Köln"), ("name", "Ann")),
        Identify("i2", User("ann", "laptop"), 3, ("city", "Berlin")),
        Identify("i3", User("ann"), 2, ("city", "Bonn"), ("plan", "free")),
        Order("c1", Customer("7", "ann@mail.example"), "o1", 4, Placed(4), Total(4, 10_000)),
        Order("c2", Customer("7", "ann@mail.example"), "o1", 9, Placed(4), Total(9, 8_000)),
        Order("c3", Customer("7"), "o2", 12, Placed(12), Total(12, 5_000), Cancelled(14)),
        Order("r1", new() { Trusted = true }, "o1", 40, Refunded("r-1", 40, 3_000)),
        Order("r2", new() { Trusted = true }, "o4", 41, Refunded("r-2", 41, 2_500)),
        Order("g1", Guest("ann@mail.example"), "o4", 20, Placed(20), Total(20, 2_500)),
        Order("g2", Guest("ann@mail.example"), "o5", 21, Placed(21), Total(21, 1_500, "EUR")),
        Alias("a1", "ann", User("anna"), 30),
        Alias("a2", "anna", User("annette"), 31) with { ClockClamped = true },
        Tagged("t1", Customer("7"), 34, ("vip", true), ("trial", true)),
        Tagged("t2", User("annette"), 36, ("trial", false)),
        Tagged("t3", User("ann"), 35, ("trial", true), ("vip", true)),
        Track("a3", User("annette"), 32),
        Identify("b1", User("bob"), 5, ("city", "Ulm")),
        Order("b2", User("bob"), "o9", 6, Placed(6), Total(6, 900)),
        Operator("m1", "customer:shop:7", "annette", 33),
    ];

    /// <summary>
    /// A family with one address and one phone, all known by ids of their own; guests who order under addresses of their own, one of whom becomes a customer; one
    /// person renamed five times, some of it never seen; refunds that name their order alone, of guests and of users since merged.
    /// </summary>
    public static readonly UserEvent[] Household =
    [
        Identify("m1", User("mum", "phone", "home@mail.example"), 5, ("role", "mum")),
        Identify("d1", User("dad", "phone", "home@mail.example"), 3, ("role", "dad")),
        Identify("s1", User("son", "phone", "home@mail.example"), 4, ("role", "son")),
        Identify("m2", User("mum", "phone"), 9),
        Identify("d2", User("dad", "phone", "dad@mail.example"), 10),
        Order("m3", User("mum"), "h1", 6, Placed(6), Total(6, 1_000)),
        Order("d3", User("dad"), "h2", 7, Placed(7), Total(7, 2_000)),
        Order("mr", Nobody, "h1", 20, Refunded("mr", 20, 100)),
        Order("g1", Guest("one@mail.example"), "g1", 1, Placed(1), Total(1, 100)),
        Order("g2", Guest("two@mail.example"), "g2", 2, Placed(2), Total(2, 200)),
        Order("g3", Guest("two@mail.example"), "g3", 3, Placed(3), Total(3, 300)),
        Order("g4", Customer("9", "two@mail.example"), "g4", 8, Placed(8), Total(8, 400)),
        Order("gr", Nobody, "g2", 21, Refunded("gr", 21, 50)),
        Order("gc", Nobody, "g1", 22, Cancelled(22)),
        Order("e1", User("eva0"), "e1", 1, Placed(1), Total(1, 700)),
        Order("e2", User("eva4", email: "eva@mail.example"), "e2", 2, Placed(2), Total(2, 70)),
        Alias("a1", "eva0", User("eva1"), 31),
        Alias("a2", "eva1", User("eva2"), 32),
        Alias("a3", "eva2", User("eva3"), 33),
        Alias("a4", "eva3", User("eva4"), 34),
        Alias("a5", "eva4", User("eva5"), 35),
        Order("er", Nobody, "e1", 36, Refunded("er", 36, 7)),
    ];

    public static TheoryData<string> Stories => new(nameof(Story), nameof(Household));

    [Theory]
    [MemberData(nameof(Stories))]
    public async Task Every_order_and_repetition_of_the_same_events_drains_to_the_same_users(string name)
    {
        var story = EventsOf(name);
        var expected = await OutcomeAsync(story, chunk: 1);
        var byKey = story.ToDictionary(e => e.DedupeKey);
        var deliveries =
            from once in Gen.Shuffle(byKey.Keys.ToArray())
            from again in Gen.ListOf(Gen.Elements(once))
            from all in Gen.Shuffle([.. once, .. again])
            from chunk in Gen.Choose(1, 7)
            select (Keys: all, Chunk: chunk);
        foreach (var (keys, chunk) in deliveries.Sample(12, Environment.GetEnvironmentVariable("USEROPS_LONG") is null ? 300 : 20_000))
        {
            var outcome = await OutcomeAsync([.. keys.Select(key => byKey[key])], chunk);
            Assert.True(expected == outcome, $"{string.Join(' ', keys)} in chunks of {chunk}: expected\n{expected}\nbut was\n{outcome}");
        }
    }

    [Fact]
    public async Task The_outcome_says_what_one_would_reckon_by_hand()
    {
        var outcome = await OutcomeAsync(Story, chunk: 1);
        Assert.Contains("city=\"Berlin\"", outcome, StringComparison.Ordinal);
        Assert.Contains("user:annette", outcome, StringComparison.Ordinal);
        Assert.Equal(2, outcome.Split('\n').Length);
        // o1 at 80.00 less 30.00; o2 cancelled; o4 wholly refunded; o5 in another currency.
        Assert.Contains("orders=2 amount=5000", outcome, StringComparison.Ordinal);
        Assert.Contains("EUR=1500", outcome, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shared_address_and_phone_leave_three_people_and_their_figures_apart()
    {
        var outcome = await OutcomeAsync(Household, chunk: 1);
        Assert.Equal(6, outcome.Split('\n').Length);
        Assert.Contains("user:dad [user:dad email:dad@mail.example email:home@mail.example anonymous:phone]", outcome, StringComparison.Ordinal);
        Assert.Contains("user:mum [user:mum] ", outcome, StringComparison.Ordinal);
        Assert.Contains("orders=1 amount=900", outcome, StringComparison.Ordinal);
        Assert.Contains("orders=3 amount=850", outcome, StringComparison.Ordinal);
        Assert.Contains("orders=2 amount=763", outcome, StringComparison.Ordinal);
        Assert.Contains("orders=0 amount=0", outcome, StringComparison.Ordinal);
    }

    public static UserEvent[] EventsOf(string story) => story == nameof(Story) ? Story : Household;

    public static async Task<string> OutcomeAsync(UserEvent[] deliveries, int chunk)
    {
        var world = new World();
        foreach (var some in deliveries.Chunk(chunk))
        {
            await world.ApplyAsync(some);
        }

        return Describe(world);
    }

    public static string Describe(World world) =>
        string.Join('\n', world.Profiles().Select(p => Describe(world, p)).Order(StringComparer.Ordinal));

    private static string Current(World world, string userKey) => world.Get<FindUser>().RunAsync(userKey, default).GetAwaiter().GetResult().Key;

    private static string Describe(World world, Profile profile)
    {
        var purchases = profile.Purchases.AsOf(UserOps.Domain.Days.Of(new DateOnly(2027, 1, 1)));
        var row = world.Store.Rows.SingleOrDefault(r => r.Key.Value == FactRow.Key(profile.Key).Value);
        var facts = row is null ? null : FactRow.Read(row);
        Assert.Equal(facts, UserFacts.Of(profile, NodaTime.DateTimeZone.Utc) with { Rev = facts?.Rev ?? 0 });
        var leads = profile.Links.Select(l => world.ProfileAsync(l.Identifier).GetAwaiter().GetResult()?.Key == profile.Key);
        return $"{profile.DisplayId} [{string.Join(' ', profile.Links.Select(l => l.Identifier))}] {string.Join(' ', leads)} "
            + $"{profile.FirstSeen:O} {profile.LastSeen:O} seq={profile.Seq} clamped={profile.ClampedEvents} reused={profile.ReusedKeys} "
            + $"{string.Join(' ', profile.Tags)} {string.Join(' ', profile.Traits.Select(t => $"{t.Name}={t.Value.GetRawText()}"))} "
            + $"visits={profile.Activity?.Visits.Latest} {profile.Activity?.Visits.Weeks()} orders={purchases.Orders} amount={purchases.AmountMinor} {Convert.ToHexString(profile.Purchases.ToBytes())} "
            + $"{string.Join(' ', profile.OtherCurrencies.Select(m => $"{m.Currency}={m.Minor}"))} conflicts={profile.Conflicts.Count(c => Current(world, c.OtherUserKey) != profile.Key)} "
            + string.Join(' ', world.EventsOf(profile).Select(e => e.DedupeKey));
    }

    private static Identity Nobody => new() { Trusted = true };

    private static UserEvent Operator(string key, string previous, string user, double day) =>
        Alias(key, previous, User(user), day) with { Source = UserFold.OperatorSource };
}
