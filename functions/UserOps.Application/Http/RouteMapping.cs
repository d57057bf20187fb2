using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace UserOps.Application.Http;

/// <summary>The route table on an ASP.NET host.</summary>
public static class RouteMapping
{
    public static void MapUserOps(this IEndpointRouteBuilder endpoints) => endpoints.MapUserOps(Routes.All);

    public static void MapUserOps(this IEndpointRouteBuilder endpoints, IEnumerable<Route> routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        foreach (var route in routes)
        {
            endpoints.MapMethods(route.Template, [route.Method], context => AnswerAsync(context, route)).WithName(route.Name);
        }
    }

    private static async Task AnswerAsync(HttpContext context, Route route)
    {
        var result = await Gate.RunAsync(context.Request, route);
        await result.ExecuteAsync(context);
    }
}
