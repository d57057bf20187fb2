using System.Net;
using UserOps.Application.Messages.Engagement;
using UserOps.Application.Messages.Links;

namespace UserOps.Tests.Messages.Engagement;

public sealed class ClickTests : IAsyncLifetime
{
    private const string Target = "https://shop.example/tea?code=SECRET&x=1#top";
    private EngagementHost _host = null!;
    private string _row = "";

    public async Task InitializeAsync()
    {
        _host = await EngagementHost.StartAsync();
        (_row, _) = await _host.SentAsync();
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task It_leads_on_and_is_noted_once_for_a_link()
    {
        var first = _host.Clock.GetUtcNow();
        for (var i = 0; i < 3; i++)
        {
            var (status, _, response) = await _host.GetAsync(Path(Target));
            Assert.Equal((HttpStatusCode.Found, Target), (status, Assert.Single(response.Headers.GetValues("Location"))));
            Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
            _host.Clock.Advance(TimeSpan.FromMinutes(1));
            await _host.DrainAsync();
        }

        await _host.GetAsync(Path("https://shop.example/coffee"));

        var clicks = await _host.EventsAsync();
        Assert.Equal(["Identify", "Email Link Clicked", "Email Link Clicked"], clicks.Select(said => said.Name));
        var said = clicks[1].Properties!.Value;
        Assert.Equal(("https://shop.example/tea", _row), (said.GetProperty("link").GetString(), said.GetProperty("message").GetString()));
        Assert.Equal("onboarding welcome email", $"{said.GetProperty("journey")} {said.GetProperty("step")} {said.GetProperty("channel")}");
        Assert.Equal(first, (await _host.EntryAsync(_row)).ClickedAt);
    }

    [Theory]
    [InlineData("?to=https%3A%2F%2Fevil.example")]
    [InlineData("?to=https%3A%2F%2Fshop.example%2Ftea")]
    [InlineData("?to=javascript%3Aalert(1)")]
    [InlineData("?to=%2F%2Fevil.example")]
    [InlineData("?to=")]
    [InlineData("")]
    public async Task Nobody_is_led_to_an_address_that_did_not_stand_in_the_message(string query)
    {
        var path = Path(Target);
        var (status, page, response) = await _host.GetAsync(path[..path.IndexOf('?', StringComparison.Ordinal)] + query);

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.False(response.Headers.Contains("Location"));
        Assert.DoesNotContain("evil", page, StringComparison.Ordinal);
        Assert.Empty(await _host.EventNamesAsync());
    }

    [Fact]
    public async Task Two_addresses_and_tokens_of_other_kinds_lead_nowhere()
    {
        var open = _host.Token(new SignedLink.Open(EngagementHost.Ada, _row, "email", "marketing"));
        foreach (var path in (string[])[Path(Target) + "&to=https%3A%2F%2Fevil.example", $"/c/{open}?to={Uri.EscapeDataString(Target)}"])
        {
            var (status, _, response) = await _host.GetAsync(path);
            Assert.Equal((HttpStatusCode.NotFound, false), (status, response.Headers.Contains("Location")));
        }
    }

    [Fact]
    public async Task An_expired_link_leads_nowhere_and_says_so()
    {
        var path = Path(Target);
        _host.Clock.Advance(TimeSpan.FromDays(31));

        var (status, page, response) = await _host.GetAsync(path);

        Assert.Equal((HttpStatusCode.Gone, false), (status, response.Headers.Contains("Location")));
        Assert.Contains("This link is over", page, StringComparison.Ordinal);
        Assert.Null((await _host.EntryAsync(_row)).ClickedAt);
    }

    [Theory]
    [InlineData("https://bücher.example:8443/tee/grün?q=ü#ä", "https://xn--bcher-kva.example:8443/tee/gr%C3%BCn?q=%C3%BC#%C3%A4")]
    [InlineData("http://shop.example", "http://shop.example/")]
    public async Task An_address_is_led_to_in_letters_that_a_header_holds(string target, string location)
    {
        var (status, _, response) = await _host.GetAsync(Path(target));
        Assert.Equal((HttpStatusCode.Found, location), (status, Assert.Single(response.Headers.GetValues("Location"))));
    }

    [Fact]
    public async Task Whatever_breaks_behind_it_people_get_where_they_want_to()
    {
        var path = Path(Target);
        _host.Store.Before = _ => throw new IOException("lost");

        Assert.Equal(HttpStatusCode.Found, (await _host.GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.OK, (await _host.GetAsync(Pixel())).Status);
    }

    [Fact]
    public async Task Opens_are_noted_with_a_picture_that_nobody_keeps()
    {
        var first = _host.Clock.GetUtcNow();
        var (status, _, response) = await _host.GetAsync(Pixel());
        _host.Clock.Advance(TimeSpan.FromHours(1));
        await _host.GetAsync(Pixel());
        await _host.GetAsync("/o/forged");

        Assert.Equal((HttpStatusCode.OK, "image/gif"), (status, response.Content.Headers.ContentType!.MediaType));
        Assert.True((await response.Content.ReadAsByteArrayAsync()).AsSpan().StartsWith("GIF89a"u8));
        Assert.Contains("no-store", response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal(["Email Opened"], await _host.EventNamesAsync());
        Assert.Equal((first, null), ((await _host.EntryAsync(_row)).OpenedAt, (await _host.EntryAsync(_row)).ClickedAt));
    }

    [Fact]
    public async Task Looking_without_being_asked_to_counts_for_nothing()
    {
        await _host.SendAsync(HttpMethod.Head, Path(Target));
        await _host.SendAsync(HttpMethod.Head, Pixel());
        await _host.GetAsync(Path(Target), ("Sec-Purpose", "prefetch;prerender"));
        await _host.GetAsync(Pixel(), ("Purpose", "prefetch"));

        Assert.Empty(await _host.EventNamesAsync());
        Assert.Null((await _host.EntryAsync(_row)).OpenedAt);
    }

    [Fact]
    public async Task A_flood_is_led_on_and_soon_not_noted_any_more()
    {
        for (var i = 0; i < EngagementPace.PerMinute + 30; i++)
        {
            Assert.Equal(HttpStatusCode.Found, (await _host.GetAsync(Path($"https://shop.example/{i}"))).Status);
        }

        Assert.Equal(EngagementPace.PerMinute, (await _host.EventNamesAsync()).Length);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await _host.GetAsync(_host.PreferencesPath())).Status);
        Assert.Equal(HttpStatusCode.OK, (await _host.SendAsync(HttpMethod.Post, _host.UnsubscribePath(), "")).Status);
    }

    private string Path(string target)
    {
        var token = _host.Token(new SignedLink.Click(EngagementHost.Ada, _row, "email", "marketing", ClickTarget.HashOf(target), _host.Clock.GetUtcNow().AddDays(30)));
        return $"/c/{token}?to={Uri.EscapeDataString(target)}";
    }

    private string Pixel() => "/o/" + _host.Token(new SignedLink.Open(EngagementHost.Ada, _row, "email", "marketing"));
}
