using System.Net;
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
}
