using System.Text.Json;
using Microsoft.AspNetCore.Http;
using UserOps.Application.Events.Reading;
using UserOps.Application.Events.Webhooks;
using UserOps.Application.Events.Webhooks.Standard;
using UserOps.Application.Http;
using UserOps.Application.Settings;

namespace UserOps.Application.Messages.Engagement;

/// <summary><c>POST /api/messages/reports/{channel}</c>: what the gateway of a channel tells of its messages.</summary>
public static class ReportHandlers
{
    /// <summary>202 when it is safely queued; 200 for other topics, which are nobody's business here.</summary>
    public static async Task<IResult> ReceiveAsync(HttpRequest request)
    {
        var settings = request.Use<UserOpsSettings>();
        var channel = (request.RouteValues["channel"] as string ?? "").ToLowerInvariant();
        if (!settings.Sending.Gateways.TryGetValue(channel, out var gateway) || !settings.Webhooks.TryGetValue(gateway.Webhook, out var webhook))
        {
            return Problem.NotFound("No channel of this name goes out by a webhook.");
        }

        using var body = await Body.ReadAsync(request);
        if (!StandardSignature.IsGenuine(request.Headers, body.Span, [webhook.Secret], request.Use<WallClock>().Now))
        {
            return Problem.Unauthorized("The signature does not fit the body, or is too old.");
        }

        JsonDocument parsed;
        try
        {
            parsed = JsonBody.Parse(body);
        }
        catch (JsonException malformed)
        {
            return Problem.Malformed(malformed);
        }

        using (parsed)
        {
            return await AnswerAsync(request, channel, parsed.RootElement);
        }
    }

    private static async Task<IResult> AnswerAsync(HttpRequest request, string channel, JsonElement body)
    {
        // The same gateway tells other things too, such as answers that people give, and none of them may count as a status.
        if (body.TextAt("type"u8) != GatewayReports.Topic)
        {
            return Results.Ok(new { ignored = true, why = $"Only {GatewayReports.Topic} is read here." });
        }

        var fault = new Fault();
        if (GatewayReports.Of(channel, body, request.Use<TimeProvider>().GetUtcNow(), fault) is not { } report)
        {
            return Problem.Invalid(fault.Path("body"), $"{fault.Path("body")} {fault.Reason}.");
        }

        await request.Use<EnqueueReports>().RunAsync([report], request.HttpContext.RequestAborted);
        return Results.Accepted();
    }
}
