using System.Net;
using UserOps.Domain.Events;
using UserOps.Domain.Orders;
using UserOps.Domain.Users;

namespace UserOps.Tests.Events.CloudEvents;

public sealed class CloudEventTests
{
    private const string Good = """
        {"specversion":"1.0","id":"e1","source":"https://crm.example/","type":"Signed Up","time":"2026-11-22T10:00:00Z","subject":"user:42",
         "datacontenttype":"application/json","data":{"plan":"pro"}}
        """;

    [Fact]
    public async Task A_structured_event_becomes_an_event_of_its_subject()
    {
        await using var host = await IntakeHost.StartAsync();

        var answer = await PostAsync(host, Good, "application/cloudevents+json; charset=utf-8");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("""{"success":true,"accepted":1,"rejected":[]}""", answer.Body.GetRawText());
        var told = Assert.Single(host.Events);
        Assert.Equal(("cloudevents:https://crm.example/", "e1", "Signed Up", EventType.Track), (told.Source, told.DedupeKey, told.Name, told.Type));
        Assert.Equal(new Identity { UserId = "42", Trusted = true }, told.Identity);
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero), told.OccurredAt);
        Assert.Equal("""{"plan":"pro"}""", told.Properties!.Value.GetRawText());
    }

    [Fact]
    public async Task A_batch_lists_what_is_wrong_and_takes_the_rest()
    {
        await using var host = await IntakeHost.StartAsync();

        var answer = await PostAsync(
            host,
            $$"""[{{Good}},{"specversion":"1.0","id":"e2","type":"A","subject":"user:1"},7,{{Good.Replace("e1", "e3", StringComparison.Ordinal)}}]""",
            "application/cloudevents-batch+json");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(["e1", "e3"], host.Events.Select(e => e.DedupeKey));
        Assert.Equal(["[1].source", "[2]"], answer.Body.GetProperty("rejected").EnumerateArray().Select(item => item.GetProperty("field").GetString()));
        Assert.Equal(["backend", "backend"], host.Rejected.Select(kept => kept.Source));
    }

    [Fact]
    public async Task The_binary_mode_works_with_and_without_data()
    {
        await using var host = await IntakeHost.StartAsync();
        (string, string)[] headers =
        [
            ("x-write-key", IntakeHost.ServerKey), ("ce-specversion", "1.0"), ("ce-id", "e1"), ("ce-source", "/shop"), ("ce-type", "Order%20Completed"),
            ("ce-subject", "email:a@b.example"), ("Content-Type", "application/json"),
        ];

        await host.PostAsync("/api/events", """{"order":{"id":"o1","total":5}}""", headers);
        await host.PostAsync("/api/events", "", headers);
        var broken = await host.PostAsync("/api/events", "{", headers);

        Assert.Equal(["Order Completed", "Order Completed"], host.Events.Select(e => e.Name));
        Assert.Equal("a@b.example", host.Events[0].Identity.Email);
        Assert.Equal(new OrderRef("cloudevents:/shop", "o1"), host.Events[0].Order!.Order);
        Assert.Null(host.Events[1].Order);
        Assert.Equal(HttpStatusCode.BadRequest, broken.Status);
    }

    [Theory]
    [InlineData("specversion")]
    [InlineData("id")]
    [InlineData("source")]
    [InlineData("type")]
    public async Task A_missing_attribute_is_400_and_named(string attribute)
    {
        await using var host = await IntakeHost.StartAsync();

        var answer = await PostAsync(host, Good.Replace($"\"{attribute}\"", "\"other\"", StringComparison.Ordinal), "application/cloudevents+json");

        Assert.Equal((HttpStatusCode.BadRequest, attribute), (answer.Status, answer.Field));
        Assert.Single(host.Rejected);
    }

    [Theory]
    [InlineData("\"specversion\":\"1.0\"", "\"specversion\":\"0.3\"", "specversion")]
    [InlineData("\"id\":\"e1\"", "\"id\":\"\"", "id")]
    [InlineData("\"id\":\"e1\"", "\"id\":{}", "id")]
    [InlineData("2026-11-22T10:00:00Z", "10 o'clock", "time")]
    [InlineData("user:42", "user:guest", "data.userId")]
    [InlineData("user:42", "/blobServices/default", "data.userId")]
    [InlineData("\"data\":{\"plan\":\"pro\"}", "\"data\":\"text\"", "data")]
    [InlineData("\"data\":", "\"data_base64\":\"eA==\",\"data\":", "data_base64")]
    public async Task A_field_that_cannot_be_read_is_400_and_named(string part, string instead, string field)
    {
        await using var host = await IntakeHost.StartAsync();

        var answer = await PostAsync(host, Good.Replace(part, instead, StringComparison.Ordinal), "application/cloudevents+json");

        Assert.Equal((HttpStatusCode.BadRequest, field), (answer.Status, answer.Field));
    }

    [Theory]
    [InlineData("42", "user:42")]
    [InlineData("customer:shop:7", "customer:shop:7")]
    [InlineData("anonymous:x", "anonymous:x")]
    public async Task A_subject_names_a_person_in_several_ways(string subject, string identifier)
    {
        await using var host = await IntakeHost.StartAsync();

        await PostAsync(host, Good.Replace("user:42", subject, StringComparison.Ordinal), "application/cloudevents+json");

        Assert.Equal([identifier], Assert.Single(host.Events).Identity.Identifiers().Select(id => id.ToString()));
    }

    [Fact]
    public async Task The_data_names_the_person_before_the_subject_does()
    {
        await using var host = await IntakeHost.StartAsync();

        await PostAsync(host, Good.Replace("\"plan\":\"pro\"", "\"userId\":7,\"plan\":\"pro\"", StringComparison.Ordinal), "application/cloudevents+json");

        var told = Assert.Single(host.Events);
        Assert.Equal("7", told.Identity.UserId);
        Assert.Equal("""{"plan":"pro"}""", told.Properties!.Value.GetRawText());
    }

    [Theory]
    [InlineData("user:42", "user:42", "email:a@b.example")]
    [InlineData("email:own@b.example", "email:own@b.example")]
    [InlineData("/orders/7", "email:a@b.example")]
    public async Task An_address_among_the_traits_does_not_displace_the_subject(string subject, params string[] identifiers)
    {
        await using var host = await IntakeHost.StartAsync();

        await PostAsync(
            host,
            Good.Replace("user:42", subject, StringComparison.Ordinal).Replace("\"plan\":\"pro\"", "\"traits\":{\"email\":\"a@b.example\"}", StringComparison.Ordinal),
            "application/cloudevents+json");

        Assert.Equal(identifiers, Assert.Single(host.Events).Identity.Identifiers().Select(id => id.ToString()));
    }

    [Fact]
    public async Task A_large_event_is_rejected_and_a_large_batch_is_too()
    {
        await using var host = await IntakeHost.StartAsync(settings => settings with { Limits = new() { BatchEvents = 1 } });
        var large = Good.Replace("pro", new string('x', 33_000), StringComparison.Ordinal);

        var batch = await PostAsync(host, $"[{large}]", "application/cloudevents-batch+json");
        var single = await PostAsync(host, large, "application/cloudevents+json");
        var many = await PostAsync(host, $"[{Good},{Good}]", "application/cloudevents-batch+json");

        Assert.Equal((HttpStatusCode.OK, "[0]"), (batch.Status, batch.Body.GetProperty("rejected")[0].GetProperty("field").GetString()));
        Assert.Equal((HttpStatusCode.BadRequest, "body"), (single.Status, single.Field));
        Assert.Equal((HttpStatusCode.BadRequest, "body"), (many.Status, many.Field));
        Assert.Empty(host.Events);
    }

    private static Task<Answer> PostAsync(IntakeHost host, string body, string contentType) =>
        host.PostAsync("/api/events", body, ("x-write-key", IntakeHost.ServerKey), ("Content-Type", contentType));
}
