using Microsoft.AspNetCore.Http;
using UserOps.Application.Http;

namespace UserOps.Application.Segments.Sweeps;

public static class PreviewHandlers
{
    /// <summary>Of the segment in the body: 200 when it is counted, 202 and where to look when that takes longer, 422 with the mistakes in it.</summary>
    public static async Task<IResult> PreviewAsync(HttpRequest request)
    {
        using var body = await Body.ReadAsync(request);
        return Answer(request, await request.Use<PreviewSegment>().RunAsync(body.Memory, null, request.HttpContext.RequestAborted));
    }

    /// <summary>The same of the draft as it is saved.</summary>
    public static async Task<IResult> PreviewDraftAsync(HttpRequest request)
    {
        var cancel = request.HttpContext.RequestAborted;
        return SegmentHandlers.TryKey(request, out var key) && await request.Use<SegmentRows>().FindAsync(key, cancel) is not null
            ? Answer(request, await request.Use<PreviewSegment>().RunAsync(await request.Use<SegmentRows>().DraftAsync(key, cancel), key, cancel))
            : SegmentHandlers.Unknown();
    }

    public static async Task<IResult> ReadAsync(HttpRequest request)
    {
        var (rows, id, cancel) = (request.Use<SweepRows>(), request.RouteValues["id"] as string ?? "", request.HttpContext.RequestAborted);
        return await rows.FindAsync(id, cancel) is { Kind: SweepKind.Preview } sweep
            ? SegmentHandlers.Answer(PreviewView.Of(sweep, await rows.LanesAsync(id, cancel)))
            : Problem.NotFound("There is no such preview, or it was thrown away after a day.");
    }

    private static IResult Answer(HttpRequest request, Previewed outcome)
    {
        switch (outcome)
        {
            case Previewed.Counted { Preview: var preview }:
                return SegmentHandlers.Answer(preview);
            case Previewed.Running { Preview: var preview }:
                request.HttpContext.Response.Headers.Location = "/api/segments/previews/" + preview.Id;
                return SegmentHandlers.Answer(preview, StatusCodes.Status202Accepted);
            case Previewed.Refused { Mistakes: var mistakes }:
                return Problem.Mistaken(422, "invalid-segment", "The segment has mistakes; nobody was counted.", mistakes);
            default:
                throw new InvalidOperationException("An unknown outcome.");
        }
    }
}
