using System.Net;
using Microsoft.AspNetCore.Http;
using UserOps.Application.Http;
using UserOps.Tests.Events;

namespace UserOps.Tests.Http;

public sealed class GateTests
{
    private static readonly Route Breaks = new("Breaks", "GET", "api/breaks", Access.Public, _ => throw new InvalidOperationException("a@b.example"));
    private static readonly Route ForViewers = new("ForViewers", "GET", "api/viewers", Access.Viewer, _ => Task.FromResult(Results.Ok()));
    private static readonly Route ForAdmins = new("ForAdmins", "GET", "api/admins", Access.Admin, _ => Task.FromResult(Results.Ok()));

    private static readonly Route Reads = new("Reads", "POST", "api/reads", Access.Public, async request =>
    {
        var (value, refusal) = await Body.ReadJsonAsync<Dictionary<string, DateTimeOffset>>(request);
        return refusal ?? Results.Ok(value);
    });

    private static readonly IAccessPolicy Keys = new ApiKeyAccess(
    [
        ApiKey.Of("viewer", "viewer-key-000001", Access.Viewer),
        ApiKey.Of("admin", "admin-key-0000001", Access.Admin),
    ]);

    [Fact]
    public async Task What_breaks_is_a_500_that_tells_nothing()
    {
        await using var host = await StartAsync(new LoopbackAccess());

        var answer = await host.SendAsync(HttpMethod.Get, "/api/breaks");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.Status);
        Assert.Equal("urn:userops:internal", answer.Body.GetProperty("type").GetString());
        Assert.DoesNotContain("a@b.example", answer.Body.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/viewers", null, null, HttpStatusCode.Unauthorized)]
    [InlineData("/api/viewers", "x-api-key", "viewer-key-000002", HttpStatusCode.Unauthorized)]
    [InlineData("/api/viewers", "x-api-key", "viewer-key-000001", HttpStatusCode.OK)]
    [InlineData("/api/viewers", "Authorization", "Bearer viewer-key-000001", HttpStatusCode.OK)]
    [InlineData("/api/viewers", "Authorization", "bearer admin-key-0000001", HttpStatusCode.OK)]
    [InlineData("/api/viewers", "Authorization", "Basic viewer-key-000001", HttpStatusCode.Unauthorized)]
    [InlineData("/api/admins", "x-api-key", "viewer-key-000001", HttpStatusCode.Forbidden)]
    [InlineData("/api/admins", "x-api-key", "admin-key-0000001", HttpStatusCode.OK)]
    [InlineData("/api/health", null, null, HttpStatusCode.OK)]
    public async Task A_key_opens_what_its_role_may_do(string path, string? header, string? value, HttpStatusCode status)
    {
        await using var host = await StartAsync(Keys);

        var answer = await host.SendAsync(HttpMethod.Get, path, null, header is null ? [] : [(header, value!)]);

        Assert.Equal(status, answer.Status);
        Assert.Equal(status == HttpStatusCode.Unauthorized, answer.Headers.ContainsKey("WWW-Authenticate"));
    }

    [Theory]
    [InlineData("localhost", null, HttpStatusCode.OK)]
    [InlineData("localhost:7071", "http://localhost:7071", HttpStatusCode.OK)]
    [InlineData("127.0.0.1:7071", "http://127.0.0.1:7071", HttpStatusCode.OK)]
    [InlineData("[::1]:7071", null, HttpStatusCode.OK)]
    [InlineData("rebound.example", null, HttpStatusCode.Forbidden)]
    [InlineData("localhost.evil.example", null, HttpStatusCode.Forbidden)]
    [InlineData("localhost", "https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("localhost", "null", HttpStatusCode.Forbidden)]
    public async Task Without_keys_only_this_machine_is_answered(string name, string? origin, HttpStatusCode status)
    {
        await using var host = await StartAsync(new LoopbackAccess());
        var headers = new List<(string, string)> { ("Host", name) };
        if (origin is not null)
        {
            headers.Add(("Origin", origin));
        }

        Assert.Equal(status, (await host.SendAsync(HttpMethod.Get, "/api/admins", null, [.. headers])).Status);
    }

    [Fact]
    public async Task Json_is_read_and_written_in_one_way()
    {
        await using var host = await StartAsync(new LoopbackAccess());

        var answer = await host.PostAsync("/api/reads", """{"at":"2026-11-22T13:00:00.25+01:00"}""");
        var malformed = await host.PostAsync("/api/reads", """{"at":"x@b.example"}""");
        var nothing = await host.PostAsync("/api/reads", "null");

        Assert.Equal("""{"at":"2026-11-22T12:00:00.25Z"}""", answer.Body.GetRawText());
        Assert.Equal((HttpStatusCode.BadRequest, "$.at"), (malformed.Status, malformed.Field));
        Assert.DoesNotContain("x@b.example", malformed.Body.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, nothing.Status);
    }

    [Fact]
    public async Task A_route_keeps_its_own_limit()
    {
        await using var host = await StartAsync(new LoopbackAccess());

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await host.PostAsync("/api/reads", new byte[Route.SmallBody + 1])).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await host.PostAsync("/api/reads", new byte[Route.SmallBody])).Status);
    }

    [Fact]
    public void A_short_key_or_a_role_that_is_none_is_refused()
    {
        Assert.Throws<ArgumentException>(() => ApiKey.Of("x", "short", Access.Admin));
        Assert.Throws<ArgumentException>(() => ApiKey.Of("x", "long-enough-for-a-key", Access.Signed));
    }

    private static Task<IntakeHost> StartAsync(IAccessPolicy access) => IntakeHost.StartAsync(access: access, extra: [Breaks, ForViewers, ForAdmins, Reads]);
}
