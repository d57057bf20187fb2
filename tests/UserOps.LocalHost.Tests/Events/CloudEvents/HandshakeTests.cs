using System.Net;

namespace UserOps.LocalHost.Tests.Events.CloudEvents;

public sealed class HandshakeTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private const string Address = $"/api/events?key={SharedHost.ServerKey}";

    private readonly TestHost _host = shared.Host;

    [Fact]
    public async Task A_CloudEvents_sender_may_ask_whether_it_may_send()
    {
        var answer = await _host.SendAsync(
            HttpMethod.Options, Address, null, ("WebHook-Request-Origin", "eventgrid.azure.net"), ("WebHook-Request-Rate", "120"));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("eventgrid.azure.net", answer.Headers["WebHook-Allowed-Origin"]);
        Assert.Equal("120", answer.Headers["WebHook-Allowed-Rate"]);
    }

    [Fact]
    public async Task With_a_wrong_key_it_is_told_so()
    {
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (await _host.SendAsync(HttpMethod.Options, "/api/events?key=other", null, ("WebHook-Request-Origin", "eventgrid.azure.net"))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _host.PostAsync("/api/events?key=other", "[]")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await _host.PostAsync($"/api/events?key={SharedHost.BrowserKey}", "[]")).Status);
    }

    [Fact]
    public async Task Event_Grid_gets_its_validation_code_back_and_may_then_send()
    {
        var answer = await _host.PostAsync(
            Address,
            """
            [{"id":"2d1781af","topic":"/subscriptions/x","subject":"","eventType":"Microsoft.EventGrid.SubscriptionValidationEvent","eventTime":"2026-01-25T22:12:19Z",
              "data":{"validationCode":"512d38b6-c7b8-40c8-89fe-f46f9e9622b6","validationUrl":"https://rp.eventgrid.example/validate"},"metadataVersion":"1","dataVersion":"1"}]
            """,
            ("aeg-event-type", "SubscriptionValidation"));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("""{"validationResponse":"512d38b6-c7b8-40c8-89fe-f46f9e9622b6"}""", answer.Body.GetRawText());

        var sent = await _host.PostAsync(
            Address,
            """
            [{"id":"g-1","topic":"/subscriptions/x","subject":"user:grid","eventType":"Signed Up","eventTime":"2026-01-25T22:13:00Z","data":{"plan":"pro"},"dataVersion":"1"}]
            """,
            ("aeg-event-type", "Notification"));

        Assert.Equal("""{"success":true,"accepted":1,"rejected":[]}""", sent.Body.GetRawText());
        await _host.DrainedAsync();
        var item = Assert.Single(await _host.TimelineAsync("grid"));
        Assert.Equal("pro", item.GetProperty("properties").GetProperty("plan").GetString());
    }
}
