using System.Text;
using Microsoft.Extensions.DependencyInjection;
using UserOps.Application.Journeys;
using UserOps.Domain;
using UserOps.Domain.Journeys;
using UserOps.Domain.Messages;
using UserOps.Tests.Messages.Templates;

namespace UserOps.Tests.Messages.Sending;

public sealed class CheckSendsTests
{
    [Theory]
    [InlineData("""{"id":"a","type":"send","channel":"email","template":"news"}""", "", "")]
    [InlineData("""{"id":"a","type":"send","channel":"email","template":"receipt","purpose":"transactional"}""", "", "")]
    [InlineData("""{"id":"a","type":"send","channel":"email","template":"receipt"}""", "/steps/1/purpose", "write \"purpose\": \"transactional\"")]
    [InlineData("""{"id":"a","type":"send","channel":"email","template":"note","purpose":"transactional"}""", "/steps/1/channel", "is for sms; email needs one for e-mail")]
    [InlineData("""{"id":"a","type":"send","channel":"sms","template":"note","purpose":"transactional"}""", "", "")]
    [InlineData("""{"id":"a","type":"send","channel":"inbox","template":"note","purpose":"transactional"}""", "", "")]
    [InlineData("""{"id":"a","type":"send","channel":"cheapest-that-reaches","channels":["email","sms"],"template":"news"}""", "", "")]
    [InlineData("""{"id":"a","type":"send","channel":"first-that-reaches","channels":["email","sms"],"template":"page"}""", "/steps/1/channels/1", "without text in en")]
    [InlineData("""{"id":"a","type":"send","channel":"fax","template":"news"}""", "/steps/1/channel", "There is no channel 'fax'")]
    public async Task Channels_and_purpose_of_a_step_fit_its_template(string step, string at, string what)
    {
        var rules = SendingWorld.Open.Messaging;
        var world = await SendingWorld.StartAsync(SendingWorld.Open with { Messaging = rules with { Channels = new Dictionary<string, ChannelRules>(rules.Channels) { ["sms"] = new() } } });
        await world.PublishAsync("note", Written.Sms("Hi"));
        await world.PublishAsync("page", Written.Email("""<a href="{{links.unsubscribe}}">no more</a>""", purpose: "marketing"));
        var document = $$"""{"key":"k","name":"K","entry":"manual","steps":[{"id":"rest","type":"wait","for":"P1D"},{{step}}]}""";

        var reading = await world.Services.GetRequiredService<CheckJourney>().RunAsync(Encoding.UTF8.GetBytes(document), "k", default);

        IReadOnlyList<Mistake> mistakes = reading is JourneyReading.Wrong wrong ? wrong.Mistakes : [];
        if (at.Length == 0)
        {
            Assert.Empty(mistakes);
            return;
        }

        var mistake = Assert.Single(mistakes);
        Assert.Equal(at, mistake.At);
        Assert.Contains(what, mistake.What, StringComparison.Ordinal);
    }
}
