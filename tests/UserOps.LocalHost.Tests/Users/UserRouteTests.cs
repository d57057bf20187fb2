using System.Net;
using System.Text.Json;

namespace UserOps.LocalHost.Tests.Users;

public sealed class UserRouteTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private readonly TestHost _host = shared.Host;

    [Theory]
    [InlineData("/api/users/nobody")]
    [InlineData("/api/users/nobody/timeline")]
    [InlineData("/api/users/customer:shop:1")]
    [InlineData("/api/users/email:nobody%40mail.example")]
    public async Task Whom_nobody_knows_is_404(string path)
    {
        var answer = await _host.GetAsync(path);
        Assert.Equal((HttpStatusCode.NotFound, "urn:userops:not-found"), (answer.Status, answer.Body.GetProperty("type").GetString()));
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("100%")]
    [InlineData("100%25")]
    [InlineData("a%2Bc")]
    [InlineData("Zoë Ångström")]
    [InlineData("a+b?c#d")]
    [InlineData("..")]
    public async Task A_user_is_found_by_any_id(string id)
    {
        Assert.Equal(HttpStatusCode.OK, (await _host.SegmentAsync("track", JsonSerializer.Serialize(new { userId = id, @event = id }))).Status);
        await _host.DrainedAsync();

        Assert.Equal(id, (await _host.UserAsync("user:" + id)).GetProperty("id").GetString());
        Assert.Equal([id], (await _host.TimelineAsync("user:" + id)).Names());
    }

    [Fact]
    public async Task A_timeline_is_told_in_pages_from_the_first_event_on_or_from_an_instant()
    {
        var calls = Enumerable.Range(1, 30).Select(day => new { type = "track", userId = "pages", @event = $"{day}", timestamp = $"2026-01-{day:D2}T12:00:00Z" }).Reverse();
        await _host.SegmentAsync("batch", JsonSerializer.Serialize(new { batch = calls }));
        await _host.DrainedAsync();

        Assert.Equal(Enumerable.Range(1, 30).Select(day => $"{day}"), (await _host.TimelineAsync("pages", page: 7)).Names());
        var late = await _host.GetAsync("/api/users/pages/timeline?from=2026-01-29T00:00:00Z");
        Assert.Equal(["29", "30"], late.Body.GetProperty("items").EnumerateArray().Names());
        Assert.Equal(JsonValueKind.Null, late.Body.GetProperty("next").ValueKind);
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=501", "limit")]
    [InlineData("limit=x", "limit")]
    [InlineData("from=yesterday", "from")]
    [InlineData("after=a%2Fb", "after")]
    public async Task A_query_that_cannot_be_meant_is_400_and_named(string query, string field)
    {
        var answer = await _host.GetAsync($"/api/users/pages/timeline?{query}");
        Assert.Equal((HttpStatusCode.BadRequest, field), (answer.Status, answer.Field));
    }

    [Fact]
    public async Task An_operator_makes_two_users_one()
    {
        foreach (var id in new[] { "left", "right" })
        {
            await _host.SegmentAsync("track", $$$"""{"userId":"{{{id}}}","event":"{{{id}}}"}""");
        }

        await _host.DrainedAsync();
        Assert.Equal("into", (await _host.PostAsync("/api/users/merge", """{"from":"left","into":"nobody"}""")).Field);
        Assert.Equal("from", (await _host.PostAsync("/api/users/merge", """{"from":" ","into":"left"}""")).Field);
        Assert.Equal(HttpStatusCode.Accepted, (await _host.PostAsync("/api/users/merge", """{"from":"left","into":"right"}""")).Status);

        await _host.DrainedAsync();
        Assert.Equal("right", (await _host.UserAsync("left")).GetProperty("id").GetString());
        Assert.Equal(["Alias", "left", "right"], (await _host.TimelineAsync("right")).Names().Order());
    }
}
