using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using UserOps.LocalHost.CommandLine;

namespace UserOps.LocalHost.Tests.CommandLine;

/// <summary>What a person is told when whoever answers at the address is down, broken or something else.</summary>
public sealed class RemoteFaultTests : IDisposable
{
    private readonly Session _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task A_host_that_is_down_cannot_be_reached()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var address = $"http://{closed.LocalEndpoint}";
        closed.Stop();

        Assert.Equal(ExitCode.Failed, await _session.RunAsync("dead-letters", "list", "--url", address));
        Assert.StartsWith($"{address} can't be reached: ", _session.Notes, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200, "text/html", "<p>welcome</p>", ExitCode.Failed, "not with dead letters")]
    [InlineData(200, "application/json", "null", ExitCode.Failed, "not with dead letters")]
    [InlineData(404, "text/html", "<p>nobody</p>", ExitCode.Failed, "answered 404 and not as a UserOps host does")]
    [InlineData(503, "text/html", "<p>later</p>", ExitCode.Failed, "answered 503")]
    [InlineData(302, "text/html", "", ExitCode.Failed, "answered 302")]
    [InlineData(500, "application/problem+json", """{"type":"urn:userops:internal","detail":"Something broke."}""", ExitCode.Failed, "failed with 500: Something broke.")]
    [InlineData(400, "application/problem+json", """{"type":"urn:userops:invalid-field","detail":"No."}""", ExitCode.Usage, "refuses with 400: No.")]
    [InlineData(400, "application/problem+json", """{"type":"x","detail":"red \u001b[31m"}""", ExitCode.Usage, "refuses with 400: red  [31m")]
    [InlineData(400, "application/problem+json", "{", ExitCode.Failed, "answered 400 and not as")]
    public async Task What_another_server_says_ends_in_one_sentence(int status, string type, string body, int exitCode, string said)
    {
        await using var server = await StartAsync(context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = type;
            context.Response.Headers.Location = "/elsewhere";
            return context.Response.WriteAsync(body);
        });

        Assert.Equal(exitCode, await _session.RunAsync("dead-letters", "replay", "--url", server.Urls.First()));
        Assert.Contains(said, Assert.Single(_session.Notes.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_below_a_path_is_asked_below_it()
    {
        var asked = "";
        await using var server = await StartAsync(context =>
        {
            asked = context.Request.Path + context.Request.QueryString;
            return context.Response.WriteAsJsonAsync(new { letters = Array.Empty<object>(), next = (string?)null });
        });

        Assert.Equal(ExitCode.Ok, await _session.RunAsync("dead-letters", "list", "--url", server.Urls.First() + "/userops"));
        Assert.Equal("/userops/api/dead-letters?limit=50", asked);
    }

    private static async Task<WebApplication> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(answer);
        await app.StartAsync();
        return app;
    }
}
