using Microsoft.AspNetCore.Http;
using UserOps.Application.Http;
using UserOps.Application.Segments;

namespace UserOps.Application.Paths;

public static class PathHandlers
{
    /// <summary>200 when they are counted, 202 and where to look when that takes longer, 422 with the mistakes in the question.</summary>
    public static async Task<IResult> FindAsync(HttpRequest request)
    {
        using var body = await Body.ReadAsync(request);
        switch (await request.Use<FindPaths>().RunAsync(body.Memory, request.HttpContext.RequestAborted))
        {
            case FoundPaths.Counted { Paths: var paths }:
                return SegmentHandlers.Answer(paths);
            case FoundPaths.Running { Paths: var paths }:
                request.HttpContext.Response.Headers.Location = "/api/paths/" + paths.Id;
                return SegmentHandlers.Answer(paths, StatusCodes.Status202Accepted);
            case FoundPaths.Refused { Mistakes: var mistakes }:
                return Problem.Mistaken(422, "invalid-paths", "The question has mistakes; nothing was counted.", mistakes);
            default:
                throw new InvalidOperationException("An unknown outcome.");
        }
    }

    public static async Task<IResult> ReadAsync(HttpRequest request) =>
        await request.Use<FindPaths>().ReadAsync(request.RouteValues["id"] as string ?? "", request.HttpContext.RequestAborted) is { } paths
            ? SegmentHandlers.Answer(paths)
            : Problem.NotFound("There is no such question, or it was thrown away after a day.");
}
