using System.Net;
using UserOps.Application.Messages.Sending;
using UserOps.Domain.Messages;

namespace UserOps.Tests.Messages.Engagement;

public sealed class HistoryTests : IAsyncLifetime
{
    private EngagementHost _host = null!;

    public async Task InitializeAsync() => _host = await EngagementHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Messages_are_listed_the_newest_first_a_page_at_a_time()
    {
        foreach (var step in (string[])["b", "a", "c"])
        {
            await _host.SentAsync(step: step);
            _host.Clock.Advance(TimeSpan.FromHours(1));
        }

        var first = (await _host.JsonAsync(HttpMethod.Get, "/api/users/ada/messages?limit=2")).Body;
        var second = (await _host.JsonAsync(HttpMethod.Get, $"/api/users/ada/messages?limit=2&after={first.GetProperty("next").GetString()}")).Body;

        Assert.Equal(["c", "a"], first.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("step").GetString()));
        Assert.Equal(["b"], second.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("step").GetString()));
        Assert.Null(second.GetProperty("next").GetString());
        var newest = first.GetProperty("items")[0];
        Assert.Equal("onboarding Accepted email 0.5", $"{newest.GetProperty("journey")} {newest.GetProperty("state")} {newest.GetProperty("channel")} {newest.GetProperty("costMinor")}");
        Assert.Equal(HttpStatusCode.BadRequest, (await _host.JsonAsync(HttpMethod.Get, "/api/users/ada/messages?limit=0")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _host.JsonAsync(HttpMethod.Get, "/api/users/nobody/messages")).Status);
    }

    [Fact]
    public async Task Consent_is_shown_with_the_word_that_decides()
    {
        await _host.SendAsync(HttpMethod.Post, _host.UnsubscribePath(), "List-Unsubscribe=One-Click");

        var consent = (await _host.JsonAsync(HttpMethod.Get, "/api/users/ada/consent")).Body;

        var answers = consent.GetProperty("answers").EnumerateArray().ToDictionary(answer => $"{answer.GetProperty("purpose")} {answer.GetProperty("channel")}");
        var refused = answers["marketing email"];
        Assert.Equal("False Denied Person messages", $"{refused.GetProperty("allowed")} {refused.GetProperty("state")} {refused.GetProperty("word").GetProperty("by")} {refused.GetProperty("word").GetProperty("source")}");
        Assert.Equal("False Unsaid", $"{answers["marketing sms"].GetProperty("allowed")} {answers["marketing sms"].GetProperty("state")}");
        Assert.Equal("True True", $"{answers["reviews sms"].GetProperty("allowed")} {answers["transactional email"].GetProperty("allowed")}");
        Assert.Equal(1, consent.GetProperty("words").GetArrayLength());
    }

    [Fact]
    public async Task The_inbox_is_listed_and_what_was_read_is_noted_once()
    {
        var (row, id) = await _host.SentAsync(MessageNames.Inbox);
        var message = Guid.Parse(id);
        await AddAsync(message, row);
        for (var i = 0; i < 4; i++)
        {
            _host.Clock.Advance(TimeSpan.FromMinutes(1));
            await AddAsync(Guid.NewGuid(), "m~other");
        }

        _host.Store.LongestPage = 2;
        var first = (await _host.JsonAsync(HttpMethod.Get, "/api/users/ada/inbox?limit=3")).Body;
        var second = (await _host.JsonAsync(HttpMethod.Get, $"/api/users/ada/inbox?limit=3&after={first.GetProperty("next").GetString()}")).Body;
        Assert.Equal((3, 5), (first.GetProperty("items").GetArrayLength(), first.GetProperty("unread").GetInt32()));
        Assert.Equal([message], second.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid()).TakeLast(1));

        var read = (await _host.JsonAsync(HttpMethod.Post, $"/api/users/ada/inbox/{message}/read", "")).Body.GetProperty("readAt").GetDateTimeOffset();
        _host.Clock.Advance(TimeSpan.FromDays(1));
        var again = (await _host.JsonAsync(HttpMethod.Post, $"/api/users/ada/inbox/{message}/read", "")).Body.GetProperty("readAt").GetDateTimeOffset();

        Assert.Equal(read, again);
        Assert.Equal(read, (await _host.EntryAsync(row)).OpenedAt);
        Assert.Equal(["Message Opened"], await _host.EventNamesAsync());
        Assert.Equal(4, (await _host.JsonAsync(HttpMethod.Get, "/api/users/ada/inbox")).Body.GetProperty("unread").GetInt32());
        Assert.Equal(HttpStatusCode.NotFound, (await _host.JsonAsync(HttpMethod.Post, $"/api/users/ada/inbox/{Guid.NewGuid()}/read", "")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _host.JsonAsync(HttpMethod.Post, "/api/users/ada/inbox/x/read", "")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await _host.JsonAsync(HttpMethod.Get, "/api/users/ada/inbox?after=p")).Status);
    }

    [Fact]
    public async Task Suppressed_addresses_are_found_and_let_go()
    {
        await _host.Get<Suppressions>().AddAsync(new(World.Keys.OfAddress("email", "ada@shop.example"), SuppressionCause.HardBounce, Said.Start), default);
        const string body = """{"email":" Ada@Shop.example"}""";

        var found = await _host.JsonAsync(HttpMethod.Post, "/api/suppressions/find", body);
        Assert.Equal("True HardBounce", $"{found.Body.GetProperty("suppressed")} {found.Body.GetProperty("cause")}");
        Assert.Equal(HttpStatusCode.OK, (await _host.JsonAsync(HttpMethod.Post, "/api/suppressions/remove", body)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _host.JsonAsync(HttpMethod.Post, "/api/suppressions/remove", body)).Status);
        Assert.False((await _host.JsonAsync(HttpMethod.Post, "/api/suppressions/find", body)).Body.GetProperty("suppressed").GetBoolean());
        Assert.Equal("email", (await _host.JsonAsync(HttpMethod.Post, "/api/suppressions/find", """{"email":"ada"}""")).Body.GetProperty("field").GetString());
        Assert.Equal("email", (await _host.JsonAsync(HttpMethod.Post, "/api/suppressions/find", "{}")).Body.GetProperty("field").GetString());
        Assert.Equal("channel", (await _host.JsonAsync(HttpMethod.Post, "/api/suppressions/find", """{"channel":"S M S","address":"1"}""")).Body.GetProperty("field").GetString());
    }

    private Task<bool> AddAsync(Guid id, string row) => _host.Get<InboxRows>().AddAsync(
        EngagementHost.Ada, new() { Id = id, Message = row, At = _host.Clock.GetUtcNow(), Purpose = "marketing", Language = "en", Title = "Hello", Body = "Tea" }, default);
}
