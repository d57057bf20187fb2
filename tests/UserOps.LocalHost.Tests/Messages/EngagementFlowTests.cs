using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using UserOps.Application.Messages.Links;
using UserOps.Application.Messages.Sending;
using UserOps.Application.Users;
using UserOps.Domain.Messages;
using UserOps.Domain.Users;
using UserOps.Tests;

namespace UserOps.LocalHost.Tests.Messages;

/// <summary>What comes back about messages, over real HTTP and a real file.</summary>
public sealed class EngagementFlowTests : IAsyncLifetime
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private TestHost _host = null!;

    public async Task InitializeAsync() => _host = await TestHost.StartAsync(settings: new()
    {
        ["Scoring:NightlyHour"] = "off",
        ["Messaging:PublicUrl"] = "https://go.shop.example",
        ["Messaging:Channels:sms:Webhook"] = "gateway",
        ["Webhooks:gateway:Url"] = "https://sms.example/send",
        ["Webhooks:gateway:Secret"] = Secret,
    });

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_mail_is_opened_clicked_and_unsubscribed_from_by_whoever_has_it()
    {
        var (message, _) = await SentAsync("ada", MessageNames.Email);
        var links = _host.Services.GetRequiredService<MessageLinks>();
        var click = links.Click(message, "https://shop.example/tea?code=1", TimeProvider.System.GetUtcNow())!;

        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var followed = await browser.GetAsync(Here(click));
        using var opened = await browser.GetAsync(Here(links.Open(message)!));
        using var asked = await browser.GetAsync(Here(links.Unsubscribe(message)!));
        Assert.Equal((HttpStatusCode.Found, "https://shop.example/tea?code=1"), (followed.StatusCode, followed.Headers.Location!.OriginalString));
        Assert.Equal("Unsaid", await StateAsync());

        // As the server of a mail program sends it: under the host's public name, from nobody's page, without a key.
        using var oneClick = new HttpRequestMessage(HttpMethod.Post, Here(links.Unsubscribe(message)!))
        {
            Content = new StringContent("List-Unsubscribe=One-Click", Encoding.ASCII, "application/x-www-form-urlencoded"),
            Headers = { Host = "go.shop.example" },
        };
        using var done = await browser.SendAsync(oneClick);
        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        Assert.Equal("Denied", await StateAsync());

        await _host.DrainedAsync();
        Assert.Equal(["Consent Changed", "Email Link Clicked", "Email Opened"], (await _host.TimelineAsync("ada")).Names().Where(name => name != "Identify").Order(StringComparer.Ordinal));
        var listed = (await _host.GetAsync("/api/users/ada/messages")).Body.GetProperty("items")[0];
        Assert.False(listed.GetProperty("openedAt").ValueKind == System.Text.Json.JsonValueKind.Null || listed.GetProperty("clickedAt").ValueKind == System.Text.Json.JsonValueKind.Null);
    }

    [NodeFact(NodeScript.Folder)]
    public async Task A_gateway_with_the_published_library_tells_that_an_address_complained()
    {
        var (_, id) = await SentAsync("bo", MessageNames.Sms);
        var body = $$"""{"type":"message.status","timestamp":"2026-01-01T00:00:00Z","data":{"id":"{{id}}","status":"complained"} }""";

        Assert.Equal("202", (await NodeScript.RunAsync("standardwebhooks-send.mjs", _host.Address + "/api/messages/reports/sms", Secret, "msg_1", body)).Trim());
        await _host.DrainedAsync();

        Assert.Equal("complained", (await _host.GetAsync("/api/users/bo/messages")).Body.GetProperty("items")[0].GetProperty("delivery").GetString());
        Assert.True((await _host.PostAsync("/api/suppressions/find", """{"channel":"sms","address":"+4412345"}""")).Body.GetProperty("suppressed").GetBoolean());
    }

    private async Task<string?> StateAsync() =>
        (await _host.GetAsync("/api/users/ada/consent")).Body.GetProperty("answers").EnumerateArray()
            .First(answer => answer.GetProperty("channel").GetString() == "email" && answer.GetProperty("purpose").GetString() == "marketing").GetProperty("state").GetString();

    private Uri Here(Uri link) => new(_host.Address + link.PathAndQuery);

    private async Task<(LinkedMessage Message, Guid Id)> SentAsync(string user, string channel)
    {
        await _host.SegmentAsync("identify", $$"""{ "userId": "{{user}}", "traits": { "plan": "pro" } }""");
        await _host.DrainedAsync();
        var keys = _host.Services.GetRequiredService<UserKeys>();
        var (key, id) = (keys.Of(Identifier.User(user)), Guid.NewGuid());
        var entry = new MessageEntry
        {
            Run = "run1", Step = "welcome", Occurrence = 1, Journey = "onboarding", Version = 1, State = MessageState.Accepted, At = Said.Start, OperationId = id,
            Template = "hello", Purpose = MessageNames.Marketing, Channel = channel, AddressHash = keys.OfAddress(channel, "+4412345"),
        };
        await _host.Services.GetRequiredService<SentIndex>().AddAsync(channel, id.ToString(), new(key, MessageRow.Key(entry).Value), default);
        await _host.Services.GetRequiredService<MessageRows>().InsertAsync(key, entry, default);
        return (new(key, MessageRow.Key(entry).Value, channel, MessageNames.Marketing), id);
    }
}
