using Microsoft.Extensions.Configuration;
using NodaTime;
using UserOps.Application.Settings;
using UserOps.Domain.Messages;

namespace UserOps.Tests.Settings;

public sealed class MessagingSettingsTests
{
    [Fact]
    public void Everything_about_messages_can_be_set()
    {
        var rules = Usable(
            ("Messaging:QuietHours:From", "21:00"), ("Messaging:QuietHours:To", "09:00"), ("Messaging:SpreadMinutes", "30"), ("Messaging:Caps:all:Day", "2"),
            ("Messaging:Caps:all:Week", "5"), ("Messaging:Caps:Email:Week", "3"), ("Messaging:Consent:marketing", "Opt-Out"), ("Messaging:Consent:reviews", "opt-in"),
            ("Messaging:Channels:email:CostMinor", "0.025"), ("Messaging:Channels:email:PerHour", "1000"), ("Messaging:Channels:email:PerMinute", "off"),
            ("Messaging:Channels:SMS:CostMinor", "7"), ("Messaging:Channels:sms:QuietHours:From", "20:00"), ("Messaging:Channels:sms:QuietHours:To", "10:30"),
            ("Messaging:Channels:inbox:QuietHours", "off"), ("Messaging:Channels:sms:Webhook", "texts"), ("Webhooks:texts:Url", "https://sms.example/send"),
            ("Webhooks:texts:Secret", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));

        var night = new QuietHours(new(21, 0), new(9, 0));
        Assert.Equal(TimeSpan.FromMinutes(30), rules.Spread);
        Assert.Equal(new Cap(2, 5), rules.Cap);
        Assert.Equal((ConsentDefault.OptOut, ConsentDefault.OptIn), (rules.DefaultFor("marketing"), rules.DefaultFor("reviews")));
        Assert.Equal(new ChannelRules { CostMinor = 0.025m, Pace = new(null, 1_000), Cap = new(null, 3), Quiet = night }, rules.Channels["email"]);
        Assert.Equal(new ChannelRules { CostMinor = 7, Quiet = new(new(20, 0), new LocalTime(10, 30)) }, rules.Channels["sms"]);
        Assert.Equal(new ChannelRules(), rules.Channels["inbox"]);
    }

    [Theory]
    [InlineData("Messaging:QuietHours:From", "21:00", "Messaging:QuietHours:To", "From and To")]
    [InlineData("Messaging:QuietHours:To", "9 o'clock", "Messaging:QuietHours:To", "such as 21:00")]
    [InlineData("Messaging:QuietHours:From", "24:00", "Messaging:QuietHours:From", "such as 21:00")]
    [InlineData("Messaging:QuietHours", "on", "Messaging:QuietHours", "set off")]
    [InlineData("Messaging:Channels:sms:QuietHours:From", "21", "Messaging:Channels:sms:QuietHours:From", "such as 21:00")]
    [InlineData("Messaging:Channels:sms:CostMinor", "7", "Messaging:Channels:sms:Webhook", "name of a webhook under Webhooks")]
    [InlineData("Messaging:Channels:sms:Webhook", "nowhere", "Messaging:Channels:sms:Webhook", "no usable webhook")]
    [InlineData("Messaging:Channels:email:Webhook", "texts", "Messaging:Channels:email:Webhook", "leave it out")]
    [InlineData("Messaging:Channels:inbox:AddressTrait", "phone", "Messaging:Channels:inbox:AddressTrait", "leave it out")]
    [InlineData("Messaging:PublicUrl", "http://shop.example", "Messaging:PublicUrl", "https address")]
    [InlineData("Messaging:PublicUrl", "https://me@shop.example", "Messaging:PublicUrl", "without user")]
    [InlineData("Messaging:PublicUrl", "/ops", "Messaging:PublicUrl", "https address")]
    [InlineData("Messaging:TrackOpens", "yes", "Messaging:TrackOpens", "true, false")]
    [InlineData("Messaging:SpreadMinutes", "121", "Messaging:SpreadMinutes", "0 to 120")]
    [InlineData("Messaging:Caps:email:Day", "0", "Messaging:Caps:email:Day", "1 to 1000")]
    [InlineData("Messaging:Caps:email:Month", "9", "Messaging:Caps:email:Month", "is no setting")]
    [InlineData("Messaging:Caps:pigeon:Day", "1", "Messaging:Caps:pigeon", "there are email, inbox and all")]
    [InlineData("Messaging:Consent:marketing", "yes", "Messaging:Consent:marketing", "opt-in, opt-out")]
    [InlineData("Messaging:Consent:all", "opt-in", "Messaging:Consent:all", "not 'all'")]
    [InlineData("Messaging:Channels:e_mail:CostMinor", "1", "Messaging:Channels:e_mail", "letters, digits and hyphens")]
    [InlineData("Messaging:Channels:email:CostMinor", "-1", "Messaging:Channels:email:CostMinor", "at least 0")]
    [InlineData("Messaging:Channels:email:CostMinor", "2000000", "Messaging:Channels:email:CostMinor", "at most")]
    [InlineData("Messaging:Channels:email:CostMinor", "0,5", "Messaging:Channels:email:CostMinor", "point before decimals")]
    [InlineData("Messaging:Channels:email:PerMinute", "0", "Messaging:Channels:email:PerMinute", "1 to 1000000")]
    [InlineData("Messaging:Channels:email:PerHour", "many", "Messaging:Channels:email:PerHour", "1 to 1000000")]
    [InlineData("Messaging:Channels:email:Cost", "1", "Messaging:Channels:email:Cost", "is no setting")]
    public void A_wrong_value_is_told_by_key_with_what_to_set(string key, string value, string told, string advice)
    {
        var messages = Faulty((key, value));

        Assert.Contains(messages, message => message.StartsWith(told + " ", StringComparison.Ordinal) && message.Contains(advice, StringComparison.Ordinal));
    }

    [Fact]
    public void Everything_wrong_is_told_at_once()
    {
        var messages = Faulty(
            ("Messaging:QuietHours:From", "09:00"), ("Messaging:QuietHours:To", "09:00"), ("Messaging:Caps:all:Day", "5"), ("Messaging:Caps:all:Week", "4"),
            ("Messaging:Channels:email:QuietHours", "off"), ("Messaging:Channels:email:QuietHours:From", "10:00"), ("Messaging:SpreadMinutes", "-1"));

        Assert.Equal(
            ["Messaging:QuietHours:To", "Messaging:Channels:email:QuietHours", "Messaging:Caps:all:Day", "Messaging:SpreadMinutes"],
            messages.Select(message => message.Split(' ')[0]));
    }

    [Fact]
    public void There_are_at_most_sixteen_channels() =>
        Assert.Contains(
            Faulty([.. Enumerable.Range(0, 15).Select(i => ($"Messaging:Channels:chat-{i}:CostMinor", "1"))]),
            message => message.StartsWith("Messaging:Channels are 17 with email and inbox; set at most 16", StringComparison.Ordinal));

    private static MessagingRules Usable(params (string Key, string Value)[] values) => Assert.IsType<SettingsReading.Usable>(Read(values)).Settings.Messaging;

    private static IReadOnlyList<string> Faulty(params (string Key, string Value)[] values) => Assert.IsType<SettingsReading.Faulty>(Read(values)).Messages;

    private static SettingsReading Read((string Key, string Value)[] values) =>
        SettingsReader.Read(new ConfigurationBuilder().AddInMemoryCollection(values.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))).Build());
}
