using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using UserOps.Application.Http;

namespace UserOps.Application.Operations;

public static class HealthRoutes
{
    public static readonly Route Health = new("Health", "GET", "api/health", Access.Public, Get)
    {
        Doc = new("Says whether all is well; 503 with the same body when something that everything needs fails") { Response = typeof(Health) },
    };

    public static IReadOnlyList<Route> All { get; } = [Health];

    /// <summary>503 when something that everything needs fails. Degraded is 200: restarting or replacing the process would help nobody.</summary>
    public static async Task<IResult> Get(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var health = await request.HttpContext.RequestServices.GetRequiredService<CheckHealth>().RunAsync(request.HttpContext.RequestAborted);
        return Results.Json(health, statusCode: health.Status == CheckHealth.Failing ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK);
    }
}
