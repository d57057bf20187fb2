using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using UserOps.Application.Settings;

namespace UserOps.Application.Http;

/// <summary>What every request passes before its handler, in both hosts: access, body limit, and the answer when something breaks.</summary>
public static partial class Gate
{
    public static async Task<IResult> RunAsync(HttpRequest request, Route route)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(route);
        var services = request.HttpContext.RequestServices;
        try
        {
            if (route.Access >= Access.WriteKey && services.GetRequiredService<IAccessPolicy>().Refuse(request, route.Access) is { } refusal)
            {
                return refusal;
            }

            var limit = Math.Min(route.BodyLimit, services.GetRequiredService<UserOpsSettings>().Limits.RequestBytes);
            request.Body = new LimitedBody(request.Body, request.ContentLength, limit);
            return await route.Handler(request);
        }
        catch (BodyTooLargeException tooLarge)
        {
            return Problem.TooLarge(tooLarge.Limit);
        }
        catch (BadHttpRequestException bad)
        {
            return Problem.Of(bad.StatusCode, "bad-request", bad.Message);
        }
        catch (OperationCanceledException) when (request.HttpContext.RequestAborted.IsCancellationRequested)
        {
            // Nobody is left to read it; the status is what logs and metrics show.
            return Results.StatusCode(StatusCodes.Status499ClientClosedRequest);
        }
#pragma warning disable CA1031 // The last line before the host: whatever broke is logged here, and the sender learns only that it did.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            LogFault(services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Gate)), route.Name, fault);
            return Problem.Of(500, "internal", "Something broke here. Nothing was confirmed; send it again.");
        }
    }

    [LoggerMessage(1, LogLevel.Error, "{Route} failed.")]
    private static partial void LogFault(ILogger logger, string route, Exception fault);
}
