using System.Net;
using System.Text.RegularExpressions;
using UserOps.Domain.Messages;

namespace UserOps.Tests.Messages.Engagement;

public sealed partial class PreferencePageTests : IAsyncLifetime
{
    private EngagementHost _host = null!;

    public async Task InitializeAsync() => _host = await EngagementHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task It_shows_what_may_be_sent_and_changes_what_was_ticked()
    {
        var first = await _host.GetAsync(_host.PreferencesPath());
        Assert.Equal(["email.reviews", "inbox.reviews", "push.reviews", "sms.reviews"], Ticked(first.Text).Order());

        var saved = await PostAsync(Form(first.Text, ticked: ["email.marketing", "email.reviews", "inbox.reviews", "push.reviews"]));

        Assert.Contains("Saved.", saved, StringComparison.Ordinal);
        Assert.Equal(["email.marketing", "email.reviews", "inbox.reviews", "push.reviews"], Ticked(saved).Order());
        Assert.Equal(ConsentState.Granted, await _host.ConsentAsync());
        Assert.Equal(ConsentState.Denied, await _host.ConsentAsync("sms", "reviews"));
        Assert.Equal(2, (await _host.EventNamesAsync()).Length);
        Assert.All((await _host.ProfileAsync()).Consents!.Entries, entry => Assert.Equal(ConsentVoice.Person, entry.Voice));
    }

    [Fact]
    public async Task A_page_that_stood_open_takes_back_nothing_that_was_said_meanwhile()
    {
        await PostAsync(Form((await _host.GetAsync(_host.PreferencesPath())).Text, ["email.marketing"]));
        var open = (await _host.GetAsync(_host.PreferencesPath())).Text;
        await _host.SendAsync(HttpMethod.Post, _host.UnsubscribePath(), "List-Unsubscribe=One-Click");

        await PostAsync(Form(open, ticked: Ticked(open)));

        Assert.Equal(ConsentState.Denied, await _host.ConsentAsync());
    }

    [Fact]
    public async Task Everything_is_refused_with_one_button_but_messages_about_own_orders()
    {
        await PostAsync("refuse=all");

        foreach (var channel in (string[])["email", "sms", "push", "inbox"])
        {
            Assert.Equal(ConsentState.Denied, await _host.ConsentAsync(channel));
            Assert.Equal(ConsentState.Denied, await _host.ConsentAsync(channel, "reviews"));
            Assert.Equal(ConsentState.Unsaid, await _host.ConsentAsync(channel, MessageNames.Transactional));
        }

        var again = (await _host.GetAsync(_host.PreferencesPath())).Text;
        Assert.Empty(Ticked(again));
        await PostAsync(Form(again, ["sms.reviews"]));
        Assert.Equal(ConsentState.Granted, await _host.ConsentAsync("sms", "reviews"));
        Assert.Equal(ConsentState.Denied, await _host.ConsentAsync("email", "reviews"));
    }

    [Theory]
    [InlineData("off=all.all&on=all.all")]
    [InlineData("off=email.other&on=email.other")]
    [InlineData("on=email.marketing")]
    [InlineData("%ff%00=&&==&on")]
    public async Task What_the_page_does_not_offer_is_not_taken(string form)
    {
        await PostAsync(form);
        Assert.Null((await _host.ProfileAsync()).Consents);
    }

    [Fact]
    public async Task A_get_changes_nothing_and_a_long_form_or_a_forged_link_is_refused()
    {
        await _host.GetAsync(_host.PreferencesPath() + "?refuse=all");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await _host.SendAsync(HttpMethod.Post, _host.PreferencesPath(), new string('a', 17 * 1024))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _host.SendAsync(HttpMethod.Post, _host.PreferencesPath() + "A", "refuse=all")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _host.SendAsync(HttpMethod.Post, _host.UnsubscribePath().Replace("/u/", "/p/", StringComparison.Ordinal), "refuse=all")).Status);

        Assert.Null((await _host.ProfileAsync()).Consents);
    }

    private async Task<string> PostAsync(string form)
    {
        var (status, text, _) = await _host.SendAsync(HttpMethod.Post, _host.PreferencesPath(), form);
        Assert.Equal(HttpStatusCode.OK, status);
        return text;
    }

    private static string Form(string page, IEnumerable<string> ticked) =>
        string.Join('&', Hidden().Matches(page).Select(match => $"{match.Groups["name"].Value}={match.Groups["slot"].Value}").Concat(ticked.Select(slot => "on=" + slot)));

    private static string[] Ticked(string page) => [.. Box().Matches(page).Select(match => match.Groups["slot"].Value)];

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>was|off)\" value=\"(?<slot>[^\"]+)\">")]
    private static partial Regex Hidden();

    [GeneratedRegex("<input type=\"checkbox\" name=\"on\" value=\"(?<slot>[^\"]+)\" checked>")]
    private static partial Regex Box();
}
