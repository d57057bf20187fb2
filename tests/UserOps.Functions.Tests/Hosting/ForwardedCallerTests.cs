using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using UserOps.Application.Http;

namespace UserOps.Functions.Tests.Hosting;

/// <summary>
/// Without a key only this machine may call. The worker's ASP.NET Core integration takes what the Functions host says of a caller out of the headers and into the
/// connection before a function runs.
/// </summary>
public sealed class ForwardedCallerTests
{
    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("127.0.0.1:50123", true)]
    [InlineData("[::1]:50123", true)]
    [InlineData("::ffff:127.0.0.1", true)]
    [InlineData("192.168.1.20", false)]
    [InlineData("[fe80::20]:50123", false)]
    [InlineData("127.0.0.1, 192.168.1.20", false)]
    [InlineData("192.168.1.20, 127.0.0.1", false)]
    public async Task A_caller_from_elsewhere_is_refused_whatever_name_it_calls_the_host(string forwardedFor, bool passes)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Loopback;
        context.Request.Host = new("localhost", 7071);
        context.Request.Headers["X-Forwarded-For"] = forwardedFor;
        await Worker(context);

        Assert.Equal(passes, new LoopbackAccess().Refuse(context.Request, Access.Admin) is null);
    }

    [Fact]
    public async Task A_foreign_name_that_the_host_passes_on_is_refused()
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Loopback;
        context.Request.Host = new("localhost", 5555);
        context.Request.Headers["X-Forwarded-For"] = "127.0.0.1";
        context.Request.Headers["X-Forwarded-Host"] = "rebound.example";
        await Worker(context);

        Assert.NotNull(new LoopbackAccess().Refuse(context.Request, Access.Admin));
    }

    /// <summary>As the integration sets it up; Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore, <c>FunctionsHostBuilderExtensions</c>.</summary>
    private static Task Worker(HttpContext context) => new ForwardedHeadersMiddleware(
        _ => Task.CompletedTask,
        NullLoggerFactory.Instance,
        Options.Create(new Microsoft.AspNetCore.Builder.ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.All })).Invoke(context);
}
