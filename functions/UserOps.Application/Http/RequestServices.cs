using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace UserOps.Application.Http;

internal static class RequestServices
{
    /// <summary>The use case that a handler hands its request to.</summary>
    public static T Use<T>(this HttpRequest request)
        where T : notnull => request.HttpContext.RequestServices.GetRequiredService<T>();
}
