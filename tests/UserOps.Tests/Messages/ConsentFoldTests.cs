using System.Text.Json;
using UserOps.Application.Users;
using UserOps.Domain.Events;
using UserOps.Domain.Messages;
using UserOps.Domain.Users;
using static UserOps.Tests.Said;

namespace UserOps.Tests.Messages;

public sealed class ConsentFoldTests
{
    [Fact]
    public void A_click_on_unsubscribe_refuses_what_it_names_in_the_persons_own_voice()
    {
        var entry = Assert.Single(ConsentFold.Of(Changed(User("ann"), """{"state":"denied","channel":"email","purpose":"marketing"}""")));

        Assert.Equal(new("email", "marketing", ConsentVoice.Person, ConsentState.Denied, new(Start, entry.Said.By), "test"), entry);
    }

    [Theory]
    [InlineData("""{"state":"denied"}""", "all", "all")]
    [InlineData("""{"state":"Denied","channel":"E-mail?","purpose":7}""", "all", "all")]
    [InlineData("""{"state":"denied","channel":" SMS ","purpose":"all"}""", "sms", "all")]
    public void A_refusal_that_leaves_something_out_refuses_all_of_it(string properties, string channel, string purpose)
    {
        var entry = Assert.Single(ConsentFold.Of(Changed(User("ann"), properties)));

        Assert.Equal((ConsentState.Denied, channel, purpose), (entry.State, entry.Channel, entry.Purpose));
    }

    [Theory]
    [InlineData("""{"state":"granted"}""")]
    [InlineData("""{"state":"granted","channel":"email"}""")]
    [InlineData("""{"state":"granted","purpose":"marketing"}""")]
    [InlineData("""{"state":"perhaps","channel":"email","purpose":"marketing"}""")]
    [InlineData("""{"state":true,"channel":"email","purpose":"marketing"}""")]
    [InlineData("""[1]""")]
    [InlineData("null")]
    public void A_grant_that_does_not_name_what_it_grants_is_none(string properties) => Assert.Empty(ConsentFold.Of(Changed(User("ann"), properties)));

    [Fact]
    public void A_grant_is_the_senders_unless_the_sender_vouches_that_it_is_the_persons()
    {
        var sender = Assert.Single(ConsentFold.Of(Changed(User("ann"), """{"state":"granted","channel":"all","purpose":"marketing"}""")));
        var person = Assert.Single(ConsentFold.Of(Changed(User("ann"), """{"state":"granted","channel":"all","purpose":"marketing","by":"person"}""")));

        Assert.Equal((ConsentVoice.Sender, ConsentVoice.Person), (sender.Voice, person.Voice));
    }

    [Fact]
    public void A_page_visitor_can_refuse_but_not_grant()
    {
        var visitor = new Identity { UserId = "ann" };

        Assert.Empty(ConsentFold.Of(Changed(visitor, """{"state":"granted","channel":"email","purpose":"marketing","by":"person"}""")));
        Assert.Empty(ConsentFold.Of(Identify("i", visitor, 0, ("emailMarketingState", "subscribed"))));
        var entry = Assert.Single(ConsentFold.Of(Changed(visitor, """{"state":"denied","channel":"email","purpose":"marketing","by":"sender"}""")));
        Assert.Equal(ConsentVoice.Person, entry.Voice);
    }

    [Fact]
    public void Segments_unsubscribed_refuses_marketing_by_mail()
    {
        var entry = Assert.Single(ConsentFold.Of(Track("t", User("ann"), 0, "Unsubscribed")));

        Assert.Equal(("email", "marketing", ConsentVoice.Person, ConsentState.Denied), (entry.Channel, entry.Purpose, entry.Voice, entry.State));
    }

    [Theory]
    [InlineData("subscribed", "confirmed_opt_in", "2025-12-01T07:00:00-05:00", ConsentState.Granted, ConsentVoice.Person)]
    [InlineData("subscribed", "single_opt_in", "2025-12-01T07:00:00-05:00", ConsentState.Granted, ConsentVoice.Sender)]
    [InlineData("SUBSCRIBED", "confirmed_opt_in", "some day", ConsentState.Granted, ConsentVoice.Sender)]
    [InlineData("unsubscribed", "", "2025-12-01T07:00:00-05:00", ConsentState.Denied, ConsentVoice.Person)]
    [InlineData("redacted", "", "", ConsentState.Denied, ConsentVoice.Sender)]
    [InlineData("not_subscribed", "single_opt_in", "2025-12-01T07:00:00-05:00", ConsentState.Unsaid, ConsentVoice.Sender)]
    public void A_shops_marketing_state_speaks_for_whoever_set_it(string state, string level, string updated, ConsentState expected, ConsentVoice by)
    {
        var told = Identify("c", Customer("7"), 1, ("smsMarketingState", state), ("smsMarketingOptInLevel", level), ("smsMarketingUpdatedAt", updated));

        var entry = Assert.Single(ConsentFold.Of(told));
        Assert.Equal(("sms", "marketing", expected, by), (entry.Channel, entry.Purpose, entry.State, entry.Voice));
        Assert.Equal(updated.StartsWith("2025", StringComparison.Ordinal) ? new(2025, 12, 1, 12, 0, 0, TimeSpan.Zero) : told.OccurredAt, entry.Said.At);
    }

    [Fact]
    public void A_shop_that_tells_an_old_subscription_again_undoes_no_unsubscribe()
    {
        (string, string)[] state = [("emailMarketingState", "subscribed"), ("emailMarketingOptInLevel", "confirmed_opt_in"), ("emailMarketingUpdatedAt", "2026-01-02T00:00:00Z")];
        UserEvent[] said = [Identify("c1", Customer("7"), 1, state), Changed(Customer("7"), """{"state":"denied"}""", 5), Identify("c2", Customer("7"), 9, state)];

        Assert.Equal(ConsentState.Granted, said.Take(1).Aggregate((Consents?)null, ConsentFold.Apply)!.Of("email", "marketing"));
        Assert.Equal(ConsentState.Denied, said.Aggregate((Consents?)null, ConsentFold.Apply)!.Of("email", "marketing"));
    }

    [Fact]
    public void A_date_in_the_future_is_not_believed()
    {
        var told = Identify("c", Customer("7"), 1, ("emailMarketingState", "subscribed"), ("emailMarketingUpdatedAt", "2099-01-01T00:00:00Z"));

        Assert.Equal(told.OccurredAt, Assert.Single(ConsentFold.Of(told)).Said.At);
    }

    [Fact]
    public async Task Consent_stands_on_the_stored_profile_and_silence_takes_no_room()
    {
        var world = new World();
        await world.ApplyAsync(Track("t1", User("bob")), Changed(User("ann"), """{"state":"denied","channel":"email"}"""));

        Assert.Null((await world.ProfileAsync("bob"))!.Consents);
        var profile = (await world.ProfileAsync("ann"))!;
        Assert.Equal(ConsentState.Denied, profile.Consents!.Of("email", "marketing"));
        var counted = profile with { Sent = SentRing.Empty.With("email", 20_000) };
        var read = JsonSerializer.Deserialize(JsonSerializer.Serialize(counted, UserJson.Compact.Profile), UserJson.Compact.Profile)!;
        Assert.Equal(counted.Sent.Sent, read.Sent!.Sent);
        Assert.Equal(counted.Consents!.Entries, read.Consents!.Entries);
    }

    private static UserEvent Changed(Identity who, string properties, double day = 0) =>
        Track($"c{day}", who, day, "Consent Changed") with { Properties = JsonDocument.Parse(properties).RootElement };
}
