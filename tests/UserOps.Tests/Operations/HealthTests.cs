using System.Net;
using UserOps.Application.Journeys;
using UserOps.Application.Journeys.Running;
using UserOps.Tests.Events;

namespace UserOps.Tests.Operations;

public sealed class HealthTests
{
    [Fact]
    public async Task All_well_is_200_with_version_and_checks()
    {
        await using var host = await IntakeHost.StartAsync();

        var answer = await host.SendAsync(HttpMethod.Get, "/api/health");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("ok", answer.Body.GetProperty("status").GetString());
        Assert.Matches(@"^\d+\.\d+", answer.Body.GetProperty("version").GetString());
        Assert.Equal("""{"storage":"ok"}""", answer.Body.GetProperty("checks").GetRawText());
    }

    [Fact]
    public async Task A_store_that_fails_is_503_without_saying_why()
    {
        await using var host = await IntakeHost.StartAsync();
        host.Store.Before = _ => throw new IOException("disk full at /secret/path");

        var answer = await host.SendAsync(HttpMethod.Get, "/api/health");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
        Assert.Equal("""{"status":"failing","version":"1.0.0","checks":{"storage":"failing"}}""", answer.Body.GetRawText());
    }

    [Fact]
    public async Task Runs_beyond_their_time_are_degraded_and_listed()
    {
        await using var host = await IntakeHost.StartAsync(extra: OverdueRoutes.All);
        var alarms = host.Get<RunAlarms>();
        await alarms.SetAsync("u~ann", "slow", IntakeHost.Start.AddMinutes(-5), default);
        await alarms.SetAsync("u~ann", "slower", IntakeHost.Start.AddMinutes(-6), default);
        await alarms.SetAsync("u~ann", "late", IntakeHost.Start.AddMinutes(-4), default);

        var answer = await host.SendAsync(HttpMethod.Get, "/api/health");

        Assert.Equal((HttpStatusCode.OK, "degraded"), (answer.Status, answer.Body.GetProperty("status").GetString()));
        Assert.Equal("""{"count":2,"oldest":"2026-11-22T11:54:00Z"}""", answer.Body.GetProperty("overdueRuns").GetRawText());
        var list = await host.SendAsync(HttpMethod.Get, "/api/journeys/overdue");
        Assert.Equal("""
            {"count":2,"runs":[{"run":"slower","due":"2026-11-22T11:54:00Z","attempts":0},{"run":"slow","due":"2026-11-22T11:55:00Z","attempts":0}]}
            """, list.Body.GetRawText());
    }

    [Fact]
    public async Task Runs_in_time_are_not_spoken_of()
    {
        await using var host = await IntakeHost.StartAsync();
        await host.Get<RunAlarms>().SetAsync("u~ann", "run", IntakeHost.Start.AddMinutes(-4), default);

        var answer = await host.SendAsync(HttpMethod.Get, "/api/health");

        Assert.Equal("ok", answer.Body.GetProperty("status").GetString());
        Assert.False(answer.Body.TryGetProperty("overdueRuns", out _));
    }

    [Fact]
    public async Task Many_who_ask_for_health_do_not_make_the_store_work()
    {
        await using var host = await IntakeHost.StartAsync();
        await host.SendAsync(HttpMethod.Get, "/api/health");
        var before = host.Store.Counts.Queries;

        for (var asked = 0; asked < 20; asked++)
        {
            await host.SendAsync(HttpMethod.Get, "/api/health");
        }

        Assert.Equal(before, host.Store.Counts.Queries);
    }
}
