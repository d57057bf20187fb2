using System.Net;
using System.Security.Cryptography;
using System.Text;
using UserOps.Tests.Journeys.Control;

namespace UserOps.Tests.Users.Search;

public sealed class UserSearchTests : IAsyncLifetime
{
    private RunningHost _host = null!;

    public async Task InitializeAsync() => _host = await RunningHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_person_is_found_by_any_id_and_by_the_hash_of_the_address_and_nobody_else_is()
    {
        await _host.PeopleAsync(3);
        var key = (await _host.Trip.World.ProfileAsync("u1"))!.Key;

        Assert.Equal("u1", await IdsAsync("id=u1"));
        Assert.Equal("u1", await IdsAsync($"id={key}"));
        Assert.Equal("u1", await IdsAsync($"emailHash={Hash("u1@mail.example")}"));
        Assert.Equal("u1", await IdsAsync($"emailHash={Hash("u1@mail.example").ToUpperInvariant()}&id=u1"));
        Assert.Equal("", await IdsAsync($"emailHash={Hash("u1@mail.example")}&id=u2"));
        Assert.Equal("", await IdsAsync($"emailHash={Hash("nobody@mail.example")}"));
        Assert.Equal("", await IdsAsync("id=nobody"));
    }

    [Fact]
    public async Task An_address_leads_to_whoever_has_it_by_now_a_guest_before_and_the_customer_after()
    {
        var world = _host.Trip.World;
        await world.ApplyAsync(Said.Order("first", Said.Guest("Ann@Mail.example "), "o1", 1, Said.Placed(1), Said.Total(1, 900)));
        Assert.Equal("email:ann@mail.example", await IdsAsync($"emailHash={Hash("ann@mail.example")}"));

        await world.ApplyAsync(Said.Identify("signed", Said.User("ann", email: "ann@mail.example"), 2));
        await world.DrainAsync();
        Assert.Equal("ann", await IdsAsync($"emailHash={Hash("ann@mail.example")}"));
    }

    [Fact]
    public async Task People_are_found_by_tags_and_segments_who_have_all_of_them_page_by_page()
    {
        await _host.PeopleAsync(40);
        await _host.PutAsync("/api/segments/known", """{"key":"known","name":"Known","kind":"dynamic","where":{"field":"user.hasEmail","op":"is","value":true}}""");
        Assert.Equal(HttpStatusCode.OK, (await _host.PostAsync("/api/segments/known/publish")).Status);
        _host.Trip.Clock.Advance(TimeSpan.FromMinutes(1));
        foreach (var (user, tag) in new[] { (3, "vip"), (7, "vip"), (8, "vip"), (8, "staff"), (9, "staff") })
        {
            await _host.Trip.World.ApplyAsync(Said.Tagged($"{user}{tag}", Said.User($"u{user}"), 0, (tag, true)) with { OccurredAt = _host.Trip.Now, ReceivedAt = _host.Trip.Now });
        }

        await _host.Trip.World.ApplyAsync(Said.Tagged("other", Said.User("without-address"), 0, ("vip", true)) with { OccurredAt = _host.Trip.Now, ReceivedAt = _host.Trip.Now });
        await _host.WorkAsync();

        Assert.Equal("u3 u7 u8 without-address", await IdsAsync("tag=VIP"));
        Assert.Equal("u3 u7 u8", await IdsAsync("tag=vip&segment=known"));
        Assert.Equal("u8", await IdsAsync("tag=vip&tag=staff"));
        Assert.Equal("u8", await IdsAsync("tag=vip&tag=staff&id=u8"));
        Assert.Equal("", await IdsAsync("tag=staff&id=u3"));
        Assert.Equal("", await IdsAsync("tag=unheard-of"));
        Assert.Equal(41, await EverybodyAsync("limit=7"));
        Assert.Equal(40, await EverybodyAsync("limit=7&segment=known"));
    }

    [Fact]
    public async Task Score_ranges_and_stages_find_those_who_stand_there_by_the_published_run()
    {
        for (var i = 0; i < 20; i++)
        {
            await _host.Trip.World.ApplyAsync(Said.Order($"o{i}", Said.User($"b{i}"), $"o{i}", -i * 10, Said.Placed(-i * 10), Said.Total(-i * 10, 1_000)));
        }

        await _host.PeopleAsync(2);
        Assert.Equal("", await IdsAsync("stage=new"));
        await _host.ScoreAsync();

        Assert.Equal("b0 b1 b2 b3", await IdsAsync("recency=5"));
        Assert.Equal("b0 b1 b2 b3 b4 b5 b6 b7", await IdsAsync("recency=4-5&monetary=1-5"));
        Assert.Equal("", await IdsAsync("recency=5&stage=churned"));
        Assert.Equal("b0 b1 b2 b3", await IdsAsync("recency=5&risk=healthy&risk=watch"));
        Assert.Equal("", await IdsAsync("recency=5&risk=at-risk"));
        Assert.Equal("", await IdsAsync("tier=high"));
        Assert.Equal(20, (await IdsAsync("valueIndex=5-100")).Split(' ').Length);
        Assert.Equal("", await IdsAsync("valueIndex=100"));
        Assert.Equal("b0", await IdsAsync("recency=5&id=b0"));
        Assert.Equal("", await IdsAsync("recency=1&id=b0"));
        var one = (await _host.GetAsync("/api/users?id=b0")).Body.GetProperty("users")[0];
        Assert.Equal((1, 10m, "new"), (one.GetProperty("orders").GetInt32(), one.GetProperty("amount").GetDecimal(), one.GetProperty("stage").GetProperty("code").GetString()));
        Assert.Equal(22, await EverybodyAsync("limit=5"));
    }

    [Fact]
    public async Task Browsers_and_those_who_became_somebody_else_are_not_listed()
    {
        var world = _host.Trip.World;
        await world.ApplyAsync(Said.Track("seen", Said.Visitor("browser")));
        await world.ApplyAsync(Said.Identify("a", Said.User("ann"), 1));
        await world.ApplyAsync(Said.Identify("b", Said.User("bob"), 1));
        await world.ApplyAsync(Said.Alias("same", "bob", Said.User("ann"), 2));
        await world.DrainAsync();

        Assert.Equal("ann", await IdsAsync(""));
        Assert.Equal("anonymous:browser", await IdsAsync("id=anonymous:browser"));
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=201", "limit")]
    [InlineData("from=xx", "from")]
    [InlineData("id=", "id")]
    [InlineData("emailHash=ann@mail.example", "emailHash")]
    [InlineData("segment=nowhere", "segment")]
    [InlineData("tag=", "tag")]
    [InlineData("recency=6", "recency")]
    [InlineData("frequency=3-2", "frequency")]
    [InlineData("monetary=x", "monetary")]
    [InlineData("stage=asleep", "stage")]
    [InlineData("risk=some", "risk")]
    [InlineData("tier=top", "tier")]
    [InlineData("valueIndex=101", "valueIndex")]
    [InlineData("scoreSegment=best", "scoreSegment")]
    public async Task What_cannot_be_looked_for_is_said_by_field(string query, string field)
    {
        var answer = await _host.GetAsync($"/api/users?{query}");
        Assert.Equal((HttpStatusCode.BadRequest, field), (answer.Status, answer.Field));
    }

    private async Task<string> IdsAsync(string query)
    {
        var answer = await _host.GetAsync($"/api/users?{query}");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return string.Join(' ', answer.Body.GetProperty("users").EnumerateArray().Select(user => user.GetProperty("id").GetString()).Order(StringComparer.Ordinal));
    }

    /// <summary>How many there are on all pages, nobody twice.</summary>
    private async Task<int> EverybodyAsync(string query)
    {
        var seen = new HashSet<string>();
        for (string? next = ""; next is not null;)
        {
            var page = (await _host.GetAsync($"/api/users?{query}{(next.Length > 0 ? "&from=" + next : "")}")).Body;
            Assert.All(page.GetProperty("users").EnumerateArray(), user => Assert.True(seen.Add(user.GetProperty("key").GetString()!)));
            next = page.TryGetProperty("next", out var place) ? place.GetString() : null;
        }

        return seen.Count;
    }

    private static string Hash(string address) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address)));
}
