using Microsoft.Extensions.Configuration;
using UserOps.Application.Settings;

namespace UserOps.Tests.Settings;

public sealed class SendingSettingsTests
{
    private static readonly (string Key, string Value)[] Texts = [("Webhooks:texts:Url", "https://sms.example/send"), ("Webhooks:texts:Secret", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")];

    [Fact]
    public void Nothing_set_means_no_links_clicks_known_and_opens_not()
    {
        var sending = Usable();

        Assert.Equal((null, true, false, 0), (sending.PublicUrl, sending.TrackClicks, sending.TrackOpens, sending.Gateways.Count));
    }

    [Theory]
    [InlineData("https://shop.example", "https://shop.example/")]
    [InlineData("https://shop.example/ops", "https://shop.example/ops/")]
    [InlineData("http://127.0.0.1:7071", "http://127.0.0.1:7071/")]
    public void Links_lead_below_the_public_address(string set, string url) => Assert.Equal(new Uri(url), Usable(("Messaging:PublicUrl", set)).PublicUrl);

    [Fact]
    public void Text_messages_and_push_know_where_addresses_commonly_are()
    {
        var sending = Usable(
            [.. Texts, ("Messaging:Channels:SMS:Webhook", "Texts"), ("Messaging:Channels:push:Webhook", "texts"), ("Messaging:Channels:wecom:Webhook", "texts"), ("Messaging:Channels:wecom:AddressTrait", "wecomId")]);

        Assert.Equal(new GatewaySettings("texts", "phone"), sending.Gateways["sms"]);
        Assert.Equal(new GatewaySettings("texts", "pushToken"), sending.Gateways["push"]);
        Assert.Equal(new GatewaySettings("texts", "wecomId"), sending.Gateways["wecom"]);
    }

    [Fact]
    public void Another_channel_has_to_name_its_trait()
    {
        var faulty = Assert.IsType<SettingsReading.Faulty>(Read([.. Texts, ("Messaging:Channels:wecom:Webhook", "texts")]));

        Assert.StartsWith("Messaging:Channels:wecom:AddressTrait is not set", Assert.Single(faulty.Messages), StringComparison.Ordinal);
    }

    private static SendingSettings Usable(params (string Key, string Value)[] settings) => Assert.IsType<SettingsReading.Usable>(Read(settings)).Settings.Sending;

    private static SettingsReading Read(params (string Key, string Value)[] settings) => SettingsReader.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build());
}
