using System.Net;
using System.Text.Json;
using UserOps.Domain.Events;

namespace UserOps.Tests.Events.Segment;

public sealed class SegmentCallTests
{
    [Fact]
    public async Task Track_becomes_an_event_of_its_user()
    {
        await using var host = await IntakeHost.StartAsync();

        var answer = await host.SegmentAsync("track", """
            {"userId":"u1","anonymousId":"a1","event":"Product Viewed","messageId":"m1","timestamp":"2026-11-22T11:00:00.5+01:00",
             "properties":{"sku":"X","price":1.5},"context":{"traits":{"email":"A@B.example","plan":"pro"}}}
            """);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("""{"success":true,"accepted":1,"rejected":[]}""", answer.Body.GetRawText());
        var told = Assert.Single(host.Events);
        Assert.Equal("segment:backend", told.Source);
        Assert.Equal("m1", told.DedupeKey);
        Assert.Equal(EventType.Track, told.Type);
        Assert.Equal("Product Viewed", told.Name);
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 10, 0, 0, 500, TimeSpan.Zero), told.OccurredAt);
        Assert.Equal(IntakeHost.Start, told.ReceivedAt);
        Assert.Equal(("u1", "a1", "A@B.example", true), (told.Identity.UserId, told.Identity.AnonymousId, told.Identity.Email, told.Identity.Trusted));
        Assert.Equal("pro", told.Traits!["plan"].GetString());
        Assert.Equal("""{"sku":"X","price":1.5}""", told.Properties!.Value.GetRawText());
        Assert.Null(told.Order);
    }

    [Fact]
    public async Task Identify_tells_traits_and_a_browser_is_not_believed_about_the_address()
    {
        await using var host = await IntakeHost.StartAsync();

        await host.SegmentAsync("identify", """{"anonymousId":"a1","traits":{"email":"victim@b.example","name":"N"}}""", IntakeHost.BrowserKey);

        var told = Assert.Single(host.Events);
        Assert.Equal((EventType.Identify, "Identify", "segment:web"), (told.Type, told.Name, told.Source));
        Assert.False(told.Identity.Trusted);
        Assert.Equal(["anonymous:a1"], told.Identity.Identifiers().Select(id => id.ToString()));
        Assert.Equal("N", told.Traits!["name"].GetString());
    }

    [Fact]
    public async Task Page_and_screen_carry_their_name_among_their_properties()
    {
        await using var host = await IntakeHost.StartAsync();

        await host.SegmentAsync("page", """{"userId":"u","name":"Home","category":"Docs","properties":{"url":"https://x.example"}}""");
        await host.SegmentAsync("screen", """{"userId":"u","name":"Home","properties":{"name":"Own"}}""");
        await host.SegmentAsync("page", """{"userId":"u"}""");

        Assert.Equal(["Page Viewed", "Screen Viewed", "Page Viewed"], host.Events.Select(e => e.Name));
        Assert.Equal("""{"name":"Home","category":"Docs","url":"https://x.example"}""", host.Events[0].Properties!.Value.GetRawText());
        Assert.Equal("""{"name":"Own"}""", host.Events[1].Properties!.Value.GetRawText());
        Assert.Null(host.Events[2].Properties);
    }

    [Fact]
    public async Task A_groups_traits_are_not_the_persons()
    {
        await using var host = await IntakeHost.StartAsync();

        await host.SegmentAsync("group", """{"userId":"u","groupId":"g","traits":{"name":"Initech","email":"info@initech.example"}}""");

        var told = Assert.Single(host.Events);
        Assert.Null(told.Traits);
        Assert.Null(told.Identity.Email);
        Assert.Equal("""{"groupId":"g","traits":{"name":"Initech","email":"info@initech.example"}}""", told.Properties!.Value.GetRawText());
    }

    [Fact]
    public async Task Alias_names_both_ids()
    {
        await using var host = await IntakeHost.StartAsync();

        await host.SegmentAsync("alias", """{"previousId":"old","userId":"new"}""");
        var withoutPrevious = await host.SegmentAsync("alias", """{"previousId":"null","userId":"new"}""");
        var withoutUser = await host.SegmentAsync("alias", """{"previousId":"old","anonymousId":"a"}""");

        var told = Assert.Single(host.Events);
        Assert.Equal((EventType.Alias, "Alias", "old", "new"), (told.Type, told.Name, told.PreviousId, told.Identity.UserId));
        Assert.Equal((HttpStatusCode.BadRequest, "previousId"), (withoutPrevious.Status, withoutPrevious.Field));
        Assert.Equal((HttpStatusCode.BadRequest, "userId"), (withoutUser.Status, withoutUser.Field));
    }

    [Theory]
    [InlineData("t", EventType.Track)]
    [InlineData("i", EventType.Identify)]
    [InlineData("p", EventType.Page)]
    [InlineData("s", EventType.Screen)]
    [InlineData("g", EventType.Group)]
    [InlineData("a", EventType.Alias)]
    public async Task The_browser_clients_one_letter_addresses_work_with_the_key_in_the_body(string letter, EventType type)
    {
        await using var host = await IntakeHost.StartAsync();

        var answer = await host.PostAsync(
            $"/api/v1/{letter}",
            $$"""{"writeKey":"{{IntakeHost.BrowserKey}}","userId":"u","previousId":"p","groupId":"g","event":"E","sentAt":"2026-11-22T12:00:00Z"}""",
            ("Content-Type", "text/plain"),
            ("Origin", "https://shop.example"));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("*", answer.Headers["Access-Control-Allow-Origin"]);
        Assert.Equal(type, Assert.Single(host.Events).Type);
    }

    [Fact]
    public async Task A_number_is_a_user_id_and_a_trusted_address_alone_names_somebody()
    {
        await using var host = await IntakeHost.StartAsync();

        await host.SegmentAsync("track", """{"userId":9007199254740993,"event":"E"}""");
        await host.SegmentAsync("identify", """{"traits":{"email":"a@b.example"}}""");
        var browser = await host.SegmentAsync("identify", """{"traits":{"email":"a@b.example"}}""", IntakeHost.BrowserKey);

        Assert.Equal("9007199254740993", host.Events[0].Identity.UserId);
        Assert.Equal("a@b.example", host.Events[1].Identity.Email);
        Assert.Equal((HttpStatusCode.BadRequest, "userId"), (browser.Status, browser.Field));
    }

    [Fact]
    public async Task Stored_form_round_trips()
    {
        await using var host = await IntakeHost.StartAsync();
        await host.SegmentAsync("track", """{"userId":"u","event":"订单","properties":{"名":"值"}}""");

        var text = JsonSerializer.Serialize(host.Events[0], UserOps.Application.Events.EventJson.Compact.UserEvent);

        Assert.Contains("\"名\":\"值\"", text, StringComparison.Ordinal);
    }
}
