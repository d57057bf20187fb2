using Microsoft.AspNetCore.Http;
using UserOps.Application.Http;
using UserOps.Application.Users;

namespace UserOps.Application.Segments.Members;

public static class UserSegmentHandlers
{
    public static async Task<IResult> ReadAsync(HttpRequest request) =>
        await request.Use<ReadUserSegments>().RunAsync(UserHandlers.Id(request), request.HttpContext.RequestAborted) is { } segments
            ? SegmentHandlers.Answer(segments)
            : Problem.NotFound("Nobody is known by this identifier.");
}
