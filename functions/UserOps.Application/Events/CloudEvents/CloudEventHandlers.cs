using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using UserOps.Application.Events.Reading;
using UserOps.Application.Http;
using UserOps.Application.Settings;

namespace UserOps.Application.Events.CloudEvents;

/// <summary><c>POST /api/events</c> and <c>OPTIONS /api/events</c>: CloudEvents 1.0 (structured, batch, binary) and Event Grid's own schema.</summary>
public static class CloudEventHandlers
{
    public static async Task<IResult> Receive(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var services = request.HttpContext.RequestServices;
        if (services.GetRequiredService<WriteKeyRing>().Find(CloudEventSender.Shown(request)) is not { } key)
        {
            return Problem.Unauthorized("The write key is missing or not known; send it as the user of HTTP Basic, in x-write-key, or as ?key= in the address.");
        }

        if (!key.Trusted)
        {
            return Problem.Forbidden("A browser's write key cannot send here; use one of kind server.");
        }

        var cancel = request.HttpContext.RequestAborted;
        var intake = services.GetRequiredService<Intake>();
        var settings = services.GetRequiredService<UserOpsSettings>();
        var mapper = new CloudEventMapper(key, settings, services.GetRequiredService<TimeProvider>().GetUtcNow());
        using var body = await Body.ReadDecodedAsync(request);
        var binary = BinaryHeaders.IsBinary(request);
        if (binary && body.Span.IsEmpty)
        {
            return await intake.SingleAsync(mapper.MapBinary(request.Headers, default, body.Span), cancel);
        }

        JsonDocument parsed;
        try
        {
            parsed = JsonBody.Parse(body);
        }
        catch (JsonException malformed)
        {
            return await intake.UnreadableAsync(key.Name, body, malformed, cancel);
        }

        using (parsed)
        {
            var root = parsed.RootElement;
            if (binary)
            {
                return await intake.SingleAsync(mapper.MapBinary(request.Headers, root, body.Span), cancel);
            }

            if (EventGrid.ValidationCode(root) is { } code)
            {
                return Results.Ok(new { validationResponse = code });
            }

            return root.ValueKind == JsonValueKind.Array && root.GetArrayLength() <= settings.Limits.BatchEvents
                ? await intake.BatchAsync(mapper.MapBatch(root), cancel)
                : await intake.SingleAsync(mapper.MapOne(root), cancel);
        }
    }

    /// <summary>
    /// The question whether events may be sent here at all. It grants nothing, every POST still needs its key; so it is answered without one, and a wrong key is told.
    /// A callback address is not called: that would let anybody make this host call anything.
    /// Source: https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/http-webhook.md
    /// </summary>
    public static Task<IResult> Validate(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var shown = CloudEventSender.Shown(request);
        if (shown is not null && request.HttpContext.RequestServices.GetRequiredService<WriteKeyRing>().Find(shown) is null)
        {
            return Task.FromResult(Problem.Unauthorized("The write key is not known."));
        }

        var headers = request.HttpContext.Response.Headers;
        headers.Allow = "POST, OPTIONS";
        var origin = request.Headers["WebHook-Request-Origin"].ToString();
        if (origin.Length is 0 or > 255 || !origin.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or ':' or '*' or '/'))
        {
            return Task.FromResult(Problem.Invalid("WebHook-Request-Origin", "WebHook-Request-Origin must name the sender, such as eventgrid.azure.net."));
        }

        var rate = request.Headers["WebHook-Request-Rate"].ToString();
        headers["WebHook-Allowed-Origin"] = origin;
        headers["WebHook-Allowed-Rate"] = rate.Length is > 0 and < 10 && rate.All(char.IsAsciiDigit) ? rate : "*";
        return Task.FromResult(Results.Ok());
    }
}
