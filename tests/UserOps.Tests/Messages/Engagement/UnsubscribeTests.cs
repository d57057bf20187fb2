using System.Net;
using UserOps.Application.Messages.Engagement;
using UserOps.Application.Messages.Links;
using UserOps.Application.Users;
using UserOps.Domain.Events;
using UserOps.Domain.Messages;
using UserOps.Tests.Storage;

namespace UserOps.Tests.Messages.Engagement;

public sealed class UnsubscribeTests : IAsyncLifetime
{
    private const string OneClick = "List-Unsubscribe=One-Click";
    private EngagementHost _host = null!;

    public async Task InitializeAsync() => _host = await EngagementHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_get_asks_and_never_unsubscribes()
    {
        var rows = Contents();
        foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Head, HttpMethod.Get])
        {
            await _host.SendAsync(method, _host.UnsubscribePath());
        }

        var (status, page, _) = await _host.GetAsync(_host.UnsubscribePath());
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("<form method=\"post\"><button>Unsubscribe</button></form>", page, StringComparison.Ordinal);
        Assert.Equal(ConsentState.Unsaid, await _host.ConsentAsync());
        Assert.Equal(rows, Contents());
        Assert.Empty(_host.Queue.Pending);
    }

    [Theory]
    [InlineData(OneClick)]
    [InlineData("")]
    public async Task One_post_is_in_effect_when_it_is_answered(string body)
    {
        var (status, page, response) = await _host.SendAsync(
            HttpMethod.Post, _host.UnsubscribePath(), body, ("Origin", "https://mail.example"), ("Host", "go.shop.example"));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("You are unsubscribed", page, StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.Equal(ConsentState.Denied, await _host.ConsentAsync());
        Assert.Equal(ConsentState.Unsaid, await _host.ConsentAsync("sms"));
        Assert.Equal(ConsentState.Unsaid, await _host.ConsentAsync(purpose: "reviews"));
        var said = Assert.Single(await _host.EventsAsync(), said => said.Name == ConsentFold.ConsentChanged);
        Assert.Equal("m~run1~welcome~000001", said.Properties!.Value.GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_double_click_is_one_event()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => PostAsync()));
        _host.Clock.Advance(TimeSpan.FromHours(1));
        await PostAsync();

        Assert.Equal([ConsentFold.ConsentChanged], await _host.EventNamesAsync());
    }

    [Fact]
    public async Task The_same_link_unsubscribes_again_after_another_grant_even_while_the_clock_stands()
    {
        var consent = _host.Get<SayConsent>();
        for (var round = 0; round < 5; round++)
        {
            await PostAsync();
            Assert.Equal(ConsentState.Denied, await _host.ConsentAsync());
            await consent.RunAsync(EngagementHost.Ada, "m", [new(new("email", "marketing"), Granted: true)], default);
            Assert.Equal(ConsentState.Granted, await _host.ConsentAsync());
        }

        Assert.Equal(10, (await _host.EventNamesAsync()).Length);
    }

    [Fact]
    public async Task It_outweighs_a_grant_of_a_clock_that_runs_ahead_and_no_sender_lifts_it()
    {
        await _host.ApplyAsync(Consent("ahead", 10.003, "person"));
        await PostAsync();
        Assert.Equal(ConsentState.Denied, await _host.ConsentAsync());

        await _host.ApplyAsync(Consent("import", 20, "sender"));
        Assert.Equal(ConsentState.Denied, await _host.ConsentAsync());
    }

    [Fact]
    public async Task A_post_that_broke_off_is_not_answered_with_success_and_the_next_one_holds()
    {
        _host.Store.Before = operation => operation.Kind == StoreOperationKind.Commit ? throw new IOException("lost") : Task.CompletedTask;
        Assert.Equal(HttpStatusCode.InternalServerError, (await PostAsync()).Status);

        _host.Store.Before = null;
        Assert.Equal(HttpStatusCode.OK, (await PostAsync()).Status);
        Assert.Equal(ConsentState.Denied, await _host.ConsentAsync());
    }

    [Fact]
    public async Task Links_of_other_kinds_and_forged_ones_opt_nobody_out()
    {
        var token = _host.UnsubscribePath()["/u/".Length..];
        var rows = Contents();
        string[] others =
        [
            token[..^1] + (token[^1] == 'A' ? 'B' : 'A'), "x" + token[1..], token + "A", token[..^4], new('A', 3_000),
            _host.Token(new SignedLink.Open(EngagementHost.Ada, "m", "email", "marketing")),
            _host.Token(new SignedLink.Preferences(EngagementHost.Ada, "m", "email", "marketing")),
            _host.Token(new SignedLink.Click(EngagementHost.Ada, "m", "email", "marketing", ClickTarget.HashOf("https://a.example"), DateTimeOffset.MaxValue)),
        ];
        foreach (var other in others)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await _host.SendAsync(HttpMethod.Post, "/u/" + other, OneClick)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await _host.GetAsync("/u/" + other)).Status);
        }

        Assert.Equal(rows, Contents());
    }

    [Fact]
    public async Task A_link_of_a_user_who_was_merged_since_unsubscribes_the_one_they_became()
    {
        await _host.ApplyAsync(Said.Identify("2", Said.User("countess"), 1));
        await _host.Get<MergeByHand>().RunAsync("ada", "countess", default);
        await _host.DrainAsync();

        await PostAsync();

        var profile = await _host.ProfileAsync("countess");
        Assert.NotEqual(EngagementHost.Ada, profile.Key);
        Assert.Equal(ConsentState.Denied, profile.Consents!.Of("email", "marketing"));
    }

    [Fact]
    public async Task Pages_are_in_the_persons_language_encoded_and_keep_the_address_to_themselves()
    {
        await using var chinese = await EngagementHost.StartAsync("zh_CN");
        var (_, page, response) = await chinese.GetAsync(chinese.UnsubscribePath(purpose: "reviews"), ("Accept-Language", "en"));
        Assert.Contains("<html lang=\"zh\">", page, StringComparison.Ordinal);
        Assert.Contains("退订", page, StringComparison.Ordinal);
        Assert.Contains("Tea &amp; &lt;Co&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith("default-src 'none'; style-src 'sha256-", Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("no-referrer", Header("Referrer-Policy"));
        Assert.Equal("noindex, nofollow", Header("X-Robots-Tag"));
        Assert.Equal("nosniff", Header("X-Content-Type-Options"));
        Assert.Contains("no-store", Header("Cache-Control"), StringComparison.Ordinal);

        var asked = await _host.GetAsync(_host.UnsubscribePath(), ("Accept-Language", "fr, zh-TW;q=0.8, en;q=0.5"));
        var lost = await _host.GetAsync("/u/none", ("Accept-Language", "de, en;q=0.5"));
        Assert.Contains("lang=\"zh\"", asked.Text, StringComparison.Ordinal);
        Assert.Contains("This link does not work", lost.Text, StringComparison.Ordinal);

        string Header(string name) => Assert.Single(response.Headers.GetValues(name));
    }

    private Task<(HttpStatusCode Status, string Text, HttpResponseMessage Response)> PostAsync() => _host.SendAsync(HttpMethod.Post, _host.UnsubscribePath(), OneClick);

    private string[] Contents() => [.. _host.Store.Rows.Select(row => $"{row.Partition} {row.Key} {row.ETag}")];

    private static UserEvent Consent(string key, double day, string by) => Said.Track(key, Said.User("ada"), day, ConsentFold.ConsentChanged) with
    {
        Properties = System.Text.Json.JsonSerializer.SerializeToElement(new { state = "granted", channel = "email", purpose = "marketing", by }),
    };
}
