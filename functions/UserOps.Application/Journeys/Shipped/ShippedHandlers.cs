using Microsoft.AspNetCore.Http;
using UserOps.Application.Http;

namespace UserOps.Application.Journeys.Shipped;

public static class ShippedHandlers
{
    public static async Task<IResult> ListAsync(HttpRequest request) => Answer(await request.Use<ListShipped>().RunAsync(request.HttpContext.RequestAborted));

    /// <summary>Query: <c>key</c>, as often as wanted (all without it), and <c>language</c>. 200 also where some were left alone or refused: the answer says which.</summary>
    public static async Task<IResult> PublishAsync(HttpRequest request)
    {
        string[] keys = [.. request.Query["key"].Select(key => key ?? "")];
        var language = request.Query["language"] is [{ } tag] ? tag : null;
        return ShippedLibrary.WrongKey(keys) is { } noKey ? Problem.Invalid("key", noKey)
            : ShippedLibrary.WrongLanguage(language) is { } noLanguage ? Problem.Invalid("language", noLanguage)
            : Answer(await request.Use<PublishShipped>().RunAsync(keys, language, request.HttpContext.RequestAborted));
    }

    private static IResult Answer<T>(T value) => Results.Json(value, JourneyJson.Readable);
}
