using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using UserOps.Application.Events.Reading;
using UserOps.Application.Http;
using UserOps.Application.Settings;

namespace UserOps.Application.Events.Webhooks;

/// <summary><c>POST /api/webhooks/{source}</c>.</summary>
public static class WebhookHandlers
{
    public static async Task<IResult> Receive(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var services = request.HttpContext.RequestServices;
        var settings = services.GetRequiredService<UserOpsSettings>();
        var name = (request.RouteValues["source"] as string)?.ToLowerInvariant();
        if (name is null || !settings.Sources.TryGetValue(name, out var source))
        {
            return Problem.NotFound("No source of this name is configured; set Sources:{name}:Kind and Sources:{name}:Secret.");
        }

        var format = services.GetServices<IWebhookFormat>().First(format => format.Kind == source.Kind);
        using var body = await Body.ReadAsync(request);
        var delivery = new WebhookDelivery(
            name, request.Headers, body.Memory, settings.Workspace.Currency, services.GetRequiredService<TimeProvider>().GetUtcNow());
        return format.Check(delivery, source, services.GetRequiredService<WallClock>().Now) switch
        {
            WebhookCheck.Genuine => await AnswerAsync(request, format, delivery, body),
            WebhookCheck.Ping => Results.Ok(new { ping = true }),
            _ => Problem.Unauthorized("The signature does not fit the body, or is too old."),
        };
    }

    private static async Task<IResult> AnswerAsync(HttpRequest request, IWebhookFormat format, WebhookDelivery delivery, PooledBytes body)
    {
        var cancel = request.HttpContext.RequestAborted;
        var intake = request.HttpContext.RequestServices.GetRequiredService<Intake>();
        JsonDocument parsed;
        try
        {
            parsed = JsonBody.Parse(body);
        }
        catch (JsonException malformed)
        {
            return await intake.UnreadableAsync(delivery.Source, body, malformed, cancel);
        }

        using (parsed)
        {
            switch (format.Map(delivery, parsed.RootElement))
            {
                case WebhookContent.Mapped mapped:
                    return await intake.BatchAsync(mapped.Outcome, cancel);
                case WebhookContent.Malformed malformed:
                    return await intake.SingleAsync(IntakeOutcome.Of(malformed.Rejected), cancel);
                case WebhookContent.Privacy privacy:
                    await request.HttpContext.RequestServices.GetRequiredService<PrivacyRequests>().AddAsync(privacy.Request, cancel);
                    return Results.Ok(new { stored = true });
                case WebhookContent.Ignored ignored:
                    return Results.Ok(new { ignored = true, why = ignored.Why });
                default:
                    throw new InvalidOperationException("A kind of webhook content has no answer.");
            }
        }
    }
}
