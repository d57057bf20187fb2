using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using UserOps.Functions.Messages;

namespace UserOps.Functions.Tests.Messages;

/// <summary>
/// A server on a loopback port that speaks the e-mail API of Azure Communication Services as it is documented:
/// https://learn.microsoft.com/rest/api/communication/email/email
/// </summary>
internal sealed class MailService : IAsyncDisposable
{
    private readonly WebApplication _app;

    private MailService(WebApplication app) => _app = app;

    public string Address => _app.Urls.First();

    public EmailAccount.Key Account => new($"endpoint={Address}/;accesskey=c2VjcmV0LWtleQ==");

    /// <summary>Messages in the order in which they came, refused ones included.</summary>
    public ConcurrentQueue<(string OperationId, JsonElement Message)> Posted { get; } = new();

    /// <summary>Accepted messages by operation id.</summary>
    public ConcurrentDictionary<string, JsonElement> Accepted { get; } = new();

    /// <summary>Looks at a message first; true: the answer is given.</summary>
    public Func<HttpContext, Task<bool>> OnSend { get; set; } = _ => Task.FromResult(false);

    /// <summary>Looks at a question for a status first; true: the answer is given.</summary>
    public Func<HttpContext, Task<bool>> OnAsk { get; set; } = _ => Task.FromResult(false);

    /// <summary>What it answers to an operation id that it has accepted before.</summary>
    public int Repeated { get; set; } = 202;

    /// <summary>Status and error of accepted operations.</summary>
    public (string Status, object? Error) Standing { get; set; } = ("Running", null);

    public static async Task<MailService> StartAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var service = new MailService(app);
        app.Run(service.AnswerAsync);
        await app.StartAsync();
        return service;
    }

    public static async Task<bool> RefuseAsync(HttpContext context, int status, string? code, string text = "ada@example.com is no good.")
    {
        context.Response.StatusCode = status;
        if (code is not null)
        {
            context.Response.Headers["x-ms-error-code"] = code;
            await context.Response.WriteAsJsonAsync(new { error = new { code, message = text } });
        }

        return true;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var signed = context.Request.Headers.Authorization.ToString().StartsWith("HMAC-SHA256 ", StringComparison.Ordinal);
        if (!signed || context.Request.Query["api-version"] is not [{ Length: > 0 }])
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        const string Operations = "/emails/operations/";
        var path = context.Request.Path.ToString();
        await ((context.Request.Method, path) switch
        {
            ("POST", "/emails:send") => TakeAsync(context),
            ("GET", _) when path.StartsWith(Operations, StringComparison.Ordinal) => TellAsync(context, path[Operations.Length..]),
            _ => RefuseAsync(context, StatusCodes.Status405MethodNotAllowed, code: null),
        });
    }

    private async Task TakeAsync(HttpContext context)
    {
        var id = Guid.Parse(context.Request.Headers["Operation-Id"].ToString()).ToString();
        var message = (await JsonDocument.ParseAsync(context.Request.Body)).RootElement;
        Posted.Enqueue((id, message));
        if (await OnSend(context))
        {
            return;
        }

        if (!Accepted.TryAdd(id, message) && Repeated != 202)
        {
            await RefuseAsync(context, Repeated, "OperationExists");
            return;
        }

        context.Response.StatusCode = StatusCodes.Status202Accepted;
        context.Response.Headers["Operation-Location"] = $"{Address}/emails/operations/{id}?api-version={context.Request.Query["api-version"]}";
        context.Response.Headers.RetryAfter = "30";
        await context.Response.WriteAsJsonAsync(new { id, status = "Running", error = (object?)null });
    }

    private async Task TellAsync(HttpContext context, string id)
    {
        if (await OnAsk(context))
        {
            return;
        }

        if (!Accepted.ContainsKey(id))
        {
            await RefuseAsync(context, StatusCodes.Status404NotFound, "NotFound");
            return;
        }

        await context.Response.WriteAsJsonAsync(new { id, status = Standing.Status, error = Standing.Error });
    }
}
