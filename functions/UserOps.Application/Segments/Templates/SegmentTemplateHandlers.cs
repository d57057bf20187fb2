using Microsoft.AspNetCore.Http;
using UserOps.Application.Http;

namespace UserOps.Application.Segments.Templates;

public static class SegmentTemplateHandlers
{
    public static async Task<IResult> ListAsync(HttpRequest request) => SegmentHandlers.Answer(await request.Use<ListSegmentTemplates>().RunAsync(request.HttpContext.RequestAborted));

    /// <summary>Query: <c>key</c>, as often as wanted (all without it). 200 also where some were left alone or refused: the answer says which.</summary>
    public static async Task<IResult> PublishAsync(HttpRequest request)
    {
        string[] keys = [.. request.Query["key"].Select(key => key ?? "")];
        return SegmentTemplates.WrongKey(keys) is { } wrong
            ? Problem.Invalid("key", wrong)
            : SegmentHandlers.Answer(await request.Use<PublishSegmentTemplates>().RunAsync(keys, request.HttpContext.RequestAborted));
    }
}
