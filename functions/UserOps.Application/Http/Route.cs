using Microsoft.AspNetCore.Http;
using UserOps.Application.Http.OpenApi;

namespace UserOps.Application.Http;

/// <summary>One line of the HTTP surface; both hosts serve exactly these.</summary>
/// <param name="Name">Unique; the function's name in Azure.</param>
/// <param name="Template">Route template with <c>api/</c> in front, but where people see it.</param>
/// <param name="BodyLimit">Bytes; a longer body is answered with 413.</param>
public sealed record Route(
    string Name, string Method, string Template, Access Access, Func<HttpRequest, Task<IResult>> Handler, int BodyLimit = Route.SmallBody)
{
    /// <summary>For the OpenAPI document.</summary>
    public RouteDoc? Doc { get; init; }

    public const int SmallBody = 64 * 1024;
    public const int IntakeBody = 1024 * 1024;
}
