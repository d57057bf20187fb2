using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace UserOps.Application.Http.OpenApi;

public static class OpenApiRoutes
{
    public static readonly Route ReadOpenApi = new("ReadOpenApi", "GET", "api/openapi.json", Access.Public, Read)
    {
        Doc = new("Describes this API (OpenAPI 3.1)") { ResponseMedia = "application/json" },
    };

    public static IReadOnlyList<Route> All { get; } = [ReadOpenApi];

    /// <summary>The same in both hosts; it says what can be asked, never what is stored.</summary>
    public static Task<IResult> Read(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var json = request.HttpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        var version = typeof(OpenApiRoutes).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "unknown";
        return Task.FromResult(Results.Text(OpenApiDocument.Of(Routes.All, json, version).ToJsonString(), "application/json"));
    }
}
