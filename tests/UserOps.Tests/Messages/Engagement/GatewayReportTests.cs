using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using UserOps.Application.Messages.Sending;
using UserOps.Domain.Messages;

namespace UserOps.Tests.Messages.Engagement;

public sealed class GatewayReportTests : IAsyncLifetime
{
    private EngagementHost _host = null!;
    private string _row = "";
    private string _id = "";

    public async Task InitializeAsync()
    {
        _host = await EngagementHost.StartAsync();
        (_row, _id) = await _host.SentAsync("sms");
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_genuine_callback_reaches_its_message()
    {
        Assert.Equal(HttpStatusCode.Accepted, await TellAsync(Body("delivered")));
        Assert.Equal(HttpStatusCode.Accepted, await TellAsync(Body("read")));
        Assert.Equal(HttpStatusCode.Accepted, await TellAsync(Body("delivered")));

        Assert.Equal(["Message Delivered", "Message Opened"], (await _host.EventNamesAsync()).Order());
        var entry = await _host.EntryAsync(_row);
        Assert.Equal((DeliveryNames.Delivered, true), (entry.Delivery, entry.OpenedAt is not null));
    }

    [Fact]
    public async Task A_complaint_suppresses_the_address_on_that_channel()
    {
        await TellAsync(Body("complained"));
        await _host.DrainAsync();

        Assert.Equal(SuppressionCause.Complaint, Assert.Single(await SuppressedAsync()).Cause);
        Assert.Equal(["Message Marked as Spam"], await _host.EventNamesAsync());
    }

    [Fact]
    public async Task A_forged_old_or_misrouted_callback_opts_nobody_out()
    {
        var body = Body("complained");
        Assert.Equal(HttpStatusCode.Unauthorized, await TellAsync(body, secret: EngagementHost.OtherSecret));
        Assert.Equal(HttpStatusCode.Unauthorized, await TellAsync(body, signed: body.Replace("complained", "delivered", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.Unauthorized, await TellAsync(body, age: 301));
        Assert.Equal(HttpStatusCode.Unauthorized, await TellAsync(body, age: -301));
        Assert.Equal(HttpStatusCode.Unauthorized, (await _host.SendAsync(HttpMethod.Post, "/api/messages/reports/sms", body)).Status);

        // Rightly signed, by the gateway of another channel, about a message of this one.
        Assert.Equal(HttpStatusCode.Accepted, await TellAsync(body, "push", EngagementHost.OtherSecret));
        Assert.Equal(HttpStatusCode.NotFound, await TellAsync(body, "email"));
        Assert.Equal(HttpStatusCode.NotFound, await TellAsync(body, "fax"));

        // Rightly signed, and another topic.
        Assert.Equal(HttpStatusCode.OK, await TellAsync(body.Replace("message.status", "message.reply", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.OK, await TellAsync("""{"data":{"status":"complained"}}"""));

        Assert.Empty(await _host.EventNamesAsync());
        Assert.Empty(await SuppressedAsync());
        Assert.Null((await _host.EntryAsync(_row)).Delivery);
    }

    [Theory]
    [InlineData("""{"type":"message.status","data":{"id":"1","status":"exploded"}}""", "data.status")]
    [InlineData("""{"type":"message.status","data":{"status":"read"}}""", "data.id")]
    [InlineData("""{"type":"message.status","data":{"id":"1","status":"read","at":"yesterday"}}""", "data.at")]
    [InlineData("""{"type":"message.status","data":[]}""", "data.id")]
    public async Task What_is_wrong_is_named(string body, string field)
    {
        var (status, text, _) = await SendAsync(body, "sms", EngagementHost.Secret, 0, body);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains($"\"field\":\"{field}\"", text, StringComparison.Ordinal);
        Assert.Empty(_host.Queue.Pending);
    }

    private Task<IReadOnlyList<Suppressed>> SuppressedAsync() => _host.Get<Suppressions>().FindAsync([World.Keys.OfAddress("sms", "+4412345")], default);

    private string Body(string status) => $$"""{"type":"message.status","timestamp":"2026-01-11T11:00:00Z","data":{"id":"{{_id}}","status":"{{status}}"} }""";

    private async Task<HttpStatusCode> TellAsync(string body, string channel = "sms", string secret = EngagementHost.Secret, int age = 0, string? signed = null) =>
        (await SendAsync(body, channel, secret, age, signed ?? body)).Status;

    private Task<(HttpStatusCode Status, string Text, HttpResponseMessage Response)> SendAsync(string body, string channel, string secret, int age, string signed)
    {
        var timestamp = (_host.Clock.GetUtcNow().ToUnixTimeSeconds() - age).ToString(CultureInfo.InvariantCulture);
        var signature = HMACSHA256.HashData(Convert.FromBase64String(secret["whsec_".Length..]), Encoding.UTF8.GetBytes($"msg_1.{timestamp}.{signed}"));
        return _host.SendAsync(
            HttpMethod.Post, $"/api/messages/reports/{channel}", body,
            ("webhook-id", "msg_1"), ("webhook-timestamp", timestamp), ("webhook-signature", "v1," + Convert.ToBase64String(signature)));
    }
}
