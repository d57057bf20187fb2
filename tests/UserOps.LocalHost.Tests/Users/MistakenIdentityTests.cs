using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;

namespace UserOps.LocalHost.Tests.Users;

/// <summary>What must not make one user of two people.</summary>
public sealed class MistakenIdentityTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private static readonly string[] NoIds = ["guest", "Guest ", "null", "undefined", "0"];

    private readonly TestHost _host = shared.Host;

    [Fact]
    public async Task A_thousand_events_of_user_guest_merge_nobody_and_absorb_nothing()
    {
        await TellAsync(new { type = "identify", userId = "host", traits = new { email = "host@guests.example" } });
        foreach (var placeholder in NoIds)
        {
            await TellAsync([.. Enumerable.Range(0, 200).Select(i =>
                new { type = "track", userId = placeholder, anonymousId = Visitor(placeholder, i), @event = "Product Viewed" })]);
        }

        var nameless = await _host.SegmentAsync("batch", JsonSerializer.Serialize(new
        {
            batch = Enumerable.Range(0, 1_000).Select(i => new { type = "track", userId = "guest", messageId = $"nameless-{i}", @event = "Product Viewed" }),
        }));
        Assert.Equal((0, 1_000), (nameless.Body.GetProperty("accepted").GetInt32(), nameless.Body.GetProperty("rejected").GetArrayLength()));

        await _host.DrainedAsync();
        var keys = new ConcurrentBag<string?>();
        await Parallel.ForEachAsync(NoIds.SelectMany(placeholder => Enumerable.Range(0, 200).Select(i => Visitor(placeholder, i))), async (id, _) =>
        {
            var visitor = await _host.UserAsync("anonymous:" + id);
            Assert.Equal(1, visitor.GetProperty("events").GetInt32());
            keys.Add(visitor.GetProperty("key").GetString());
        });
        Assert.Equal(1_000, keys.Distinct().Count());
        Assert.Equal(["Identify"], (await _host.TimelineAsync("host")).Names());
        foreach (var id in new[] { "guest", "user:guest", "anonymous:guest", "0", "null" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await _host.AskUserAsync(id)).Status);
        }
    }

    [Fact]
    public async Task Two_people_who_share_a_phone_stay_two()
    {
        foreach (var said in new object[]
        {
            new { type = "track", anonymousId = "phone", @event = "1" },
            new { type = "identify", userId = "ann", anonymousId = "phone" },
            new { type = "track", anonymousId = "phone", @event = "2" },
            new { type = "identify", userId = "bob", anonymousId = "phone" },
            new { type = "track", anonymousId = "phone", @event = "3" },
        })
        {
            await TellAsync(said);
            await _host.DrainedAsync();
        }

        Assert.Equal(["1", "Identify", "2"], (await _host.TimelineAsync("ann")).Names());
        Assert.Equal(["Identify", "3"], (await _host.TimelineAsync("bob")).Names());
    }

    [Fact]
    public async Task A_visitor_who_sends_somebody_else_s_address_reaches_nobody()
    {
        await TellAsync(new { type = "identify", userId = "owner", traits = new { email = "owner@mail.example" } });
        await _host.DrainedAsync();
        await TellAsync(SharedHost.BrowserKey, new { type = "identify", anonymousId = "stranger", traits = new { email = "owner@mail.example" } });
        await TellAsync(SharedHost.BrowserKey, new { type = "track", anonymousId = "stranger", @event = "Product Viewed", context = new { traits = new { email = "owner@mail.example" } } });
        await TellAsync(SharedHost.BrowserKey, new { type = "identify", userId = "squatter" }, new { type = "alias", previousId = "owner", userId = "squatter" });
        await _host.DrainedAsync();

        Assert.Equal(["Identify"], (await _host.TimelineAsync("owner")).Names());
        Assert.Equal("owner", (await _host.UserAsync("email:owner@mail.example")).GetProperty("id").GetString());
        Assert.Equal(["Identify", "Product Viewed"], (await _host.TimelineAsync("anonymous:stranger")).Names());
        Assert.Equal(["Alias", "Identify"], (await _host.TimelineAsync("squatter")).Names().Order());
    }

    private static string Visitor(string placeholder, int i) => $"visitor-{placeholder.Trim()}-{placeholder.Length}-{i}";

    private Task TellAsync(params object[] calls) => TellAsync(SharedHost.ServerKey, calls);

    private async Task TellAsync(string key, params object[] calls)
    {
        var answer = await _host.SegmentAsync("batch", JsonSerializer.Serialize(new { batch = calls }), key);
        Assert.Equal((HttpStatusCode.OK, calls.Length), (answer.Status, answer.Body.GetProperty("accepted").GetInt32()));
    }
}
