using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using UserOps.Application.Events.Reading;
using UserOps.Application.Http;
using UserOps.Application.Settings;

namespace UserOps.Application.Events.Segment;

/// <summary>The Segment HTTP API: <c>POST /api/v1/{call}</c>, and what browsers ask before it.</summary>
public static class SegmentHandlers
{
    public static async Task<IResult> Call(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        AllowPages(request);
        var call = request.RouteValues["call"] as string;
        var named = SegmentTypes.OfAddress(call);
        if (named is null && !SegmentTypes.IsBatch(call))
        {
            return Problem.NotFound("There is no such call; use track, identify, page, screen, group, alias or batch.");
        }

        var services = request.HttpContext.RequestServices;
        var ring = services.GetRequiredService<WriteKeyRing>();
        var shown = WriteKeyRing.BasicUser(request);
        var key = ring.Find(shown);
        if (key is null && !string.IsNullOrEmpty(shown))
        {
            return Unknown();
        }

        using var body = await Body.ReadDecodedAsync(request);
        var intake = services.GetRequiredService<Intake>();
        JsonDocument parsed;
        try
        {
            parsed = JsonBody.Parse(body);
        }
        catch (JsonException malformed)
        {
            return key is null ? Unknown() : await intake.UnreadableAsync($"segment:{key.Name}", body, malformed, request.HttpContext.RequestAborted);
        }

        using (parsed)
        {
            key ??= ring.Find(parsed.RootElement.TextAt("writeKey"u8));
            if (key is null)
            {
                return Unknown();
            }

            var settings = services.GetRequiredService<UserOpsSettings>();
            var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
            var mapper = new SegmentMapper(key, settings.Workspace.Currency, now);
            var outcome = named is { } type
                ? SegmentBatch.MapOne(parsed.RootElement, type, mapper, settings.Limits)
                : SegmentBatch.Map(parsed.RootElement, mapper, settings.Limits);
            var wholeBatchRefused = outcome is { Accepted.Count: 0, Rejected: [{ Field: "batch" }] };
            return named is not null || wholeBatchRefused
                ? await intake.SingleAsync(outcome, request.HttpContext.RequestAborted)
                : await intake.BatchAsync(outcome, request.HttpContext.RequestAborted);
        }
    }

    /// <summary>Answers what a browser asks before it sends JSON or an Authorization header to another origin.</summary>
    public static Task<IResult> Preflight(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        AllowPages(request);
        var headers = request.HttpContext.Response.Headers;
        headers.AccessControlAllowMethods = "POST";
        headers.AccessControlAllowHeaders = "Authorization, Content-Type, Content-Encoding";
        headers.AccessControlMaxAge = "86400";
        return Task.FromResult(Results.NoContent());
    }

    /// <summary>Any page: the write key, which stands in the page, is all the permission there is, and no cookie is read.</summary>
    private static void AllowPages(HttpRequest request)
    {
        if (request.Headers.Origin.Count > 0)
        {
            request.HttpContext.Response.Headers.AccessControlAllowOrigin = "*";
        }
    }

    private static IResult Unknown() =>
        Problem.Unauthorized("The write key is missing or not known; send it as the user of HTTP Basic or as writeKey in the body.");
}
