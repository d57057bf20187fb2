using System.Net;
using System.Text;

namespace UserOps.Tests.Events.CloudEvents;

public sealed class CloudEventSenderTests
{
    private const string Good = """
        {"specversion":"1.0","id":"e1","source":"https://crm.example/","type":"Signed Up","time":"2026-11-22T10:00:00Z","subject":"user:42",
         "datacontenttype":"application/json","data":{"plan":"pro"}}
        """;

    [Theory]
    [InlineData(null, null, HttpStatusCode.Unauthorized)]
    [InlineData("x-write-key", "nobodys-key", HttpStatusCode.Unauthorized)]
    [InlineData("x-write-key", IntakeHost.BrowserKey, HttpStatusCode.Forbidden)]
    [InlineData("x-write-key", IntakeHost.ServerKey, HttpStatusCode.OK)]
    public async Task Only_a_server_key_may_send(string? header, string? key, HttpStatusCode status)
    {
        await using var host = await IntakeHost.StartAsync();

        var answer = await host.PostAsync("/api/events", Good, header is null ? [] : [(header, key!)]);

        Assert.Equal(status, answer.Status);
        Assert.Equal(status == HttpStatusCode.OK ? 1 : 0, host.Events.Count);
    }

    [Fact]
    public async Task A_key_may_stand_in_the_address_or_in_basic()
    {
        await using var host = await IntakeHost.StartAsync();

        var inAddress = await host.PostAsync($"/api/events?key={IntakeHost.ServerKey}", Good);
        var inBasic = await host.PostAsync("/api/events", Good, ("Authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(IntakeHost.ServerKey + ":"))));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (inAddress.Status, inBasic.Status));
    }

    [Fact]
    public async Task The_handshake_of_cloudevents_allows_the_asking_sender()
    {
        await using var host = await IntakeHost.StartAsync();

        var asked = await host.SendAsync(
            HttpMethod.Options, "/api/events", null, ("WebHook-Request-Origin", "eventgrid.azure.net"), ("WebHook-Request-Rate", "120"));
        var withoutRate = await host.SendAsync(HttpMethod.Options, $"/api/events?key={IntakeHost.ServerKey}", null, ("WebHook-Request-Origin", "x.example"));
        var wrongKey = await host.SendAsync(HttpMethod.Options, "/api/events?key=wrong-key-1", null, ("WebHook-Request-Origin", "x.example"));
        var withoutOrigin = await host.SendAsync(HttpMethod.Options, "/api/events");

        Assert.Equal(HttpStatusCode.OK, asked.Status);
        Assert.Equal(("eventgrid.azure.net", "120"), (asked.Headers["WebHook-Allowed-Origin"], asked.Headers["WebHook-Allowed-Rate"]));
        Assert.Equal("*", withoutRate.Headers["WebHook-Allowed-Rate"]);
        Assert.Equal(HttpStatusCode.Unauthorized, wrongKey.Status);
        Assert.Equal((HttpStatusCode.BadRequest, "WebHook-Request-Origin"), (withoutOrigin.Status, withoutOrigin.Field));
    }

    [Fact]
    public async Task The_handshake_of_event_grid_sends_the_code_back_to_who_has_the_key()
    {
        await using var host = await IntakeHost.StartAsync();
        const string Question = """
            [{"id":"1","topic":"/t","subject":"","data":{"validationCode":"512d38b6","validationUrl":"https://x.example"},
              "eventType":"Microsoft.EventGrid.SubscriptionValidationEvent","eventTime":"2026-11-22T10:00:00Z","metadataVersion":"1","dataVersion":"1"}]
            """;

        var answer = await host.PostAsync($"/api/events?key={IntakeHost.ServerKey}", Question, ("aeg-event-type", "SubscriptionValidation"));
        var stranger = await host.PostAsync("/api/events", Question, ("aeg-event-type", "SubscriptionValidation"));

        Assert.Equal("""{"validationResponse":"512d38b6"}""", answer.Body.GetRawText());
        Assert.Equal(HttpStatusCode.Unauthorized, stranger.Status);
        Assert.Empty(host.Events);
    }

    [Fact]
    public async Task Event_grid_events_are_taken_by_their_own_names()
    {
        await using var host = await IntakeHost.StartAsync();

        var answer = await PostAsync(
            host,
            """
            [{"id":"1","topic":"/subscriptions/s","subject":"s","data":{"email":"a@b.example"},"eventType":"Signed Up","eventTime":"2026-11-22T10:00:00Z"},
             {"id":"2","subject":"/path","data":{},"eventType":"Signed Up","eventTime":"2026-11-22T10:00:00Z"}]
            """,
            "application/json");

        var told = Assert.Single(host.Events);
        Assert.Equal(("cloudevents:/subscriptions/s", "1", "a@b.example"), (told.Source, told.DedupeKey, told.Identity.Email));
        Assert.Equal("[1].data.userId", answer.Body.GetProperty("rejected")[0].GetProperty("field").GetString());
    }

    private static Task<Answer> PostAsync(IntakeHost host, string body, string contentType) =>
        host.PostAsync("/api/events", body, ("x-write-key", IntakeHost.ServerKey), ("Content-Type", contentType));
}
