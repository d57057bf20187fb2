using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using UserOps.Application.Http;
using UserOps.Application.Journeys;
using UserOps.Domain.Segments;

namespace UserOps.Application.Segments;

public static class SegmentHandlers
{
    private const int MostOnPage = 200;

    /// <summary>Query: <c>limit</c> (1 to 200, else 100) and <c>from</c> (the <c>next</c> of the page before).</summary>
    public static async Task<IResult> ListAsync(HttpRequest request)
    {
        var (limit, from, refusal) = PageQuery.Read(request, MostOnPage, 100, "segments");
        if (refusal is not null)
        {
            return refusal;
        }

        var (heads, next) = await request.Use<SegmentRows>().ListAsync(from, limit, request.HttpContext.RequestAborted);
        return Answer(new SegmentPage(heads, next));
    }

    /// <summary>The draft's tag is the <c>ETag</c>.</summary>
    public static async Task<IResult> ReadAsync(HttpRequest request)
    {
        if (!TryKey(request, out var key) || await request.Use<ReadSegment>().RunAsync(key, request.HttpContext.RequestAborted) is not { } segment)
        {
            return Unknown();
        }

        DraftTag.Show(request, segment.Draft.Tag);
        return Answer(segment);
    }

    public static async Task<IResult> ReadVersionAsync(HttpRequest request) =>
        TryKey(request, out var key)
        && int.TryParse(request.RouteValues["version"] as string, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
        && await request.Use<SegmentRows>().VersionAsync(key, version, request.HttpContext.RequestAborted) is { } found
            ? Answer(new SegmentVersionView(version, found.PublishedAt, JsonElement.Parse(found.Document)))
            : Problem.NotFound("There is no such version of such a segment.");

    /// <summary>200 with the mistakes that are left in it; 400 when it is no JSON; 409 when there are as many as there can be; 412 when <c>If-Match</c> names another draft than there is.</summary>
    public static async Task<IResult> SaveAsync(HttpRequest request)
    {
        if (!TryKey(request, out var key))
        {
            return Problem.Invalid("key", SegmentKeys.Form);
        }

        using var body = await Body.ReadAsync(request);
        switch (await request.Use<SaveSegment>().RunAsync(key, body.Memory, DraftTag.IfMatch(request), request.HttpContext.RequestAborted))
        {
            case SegmentSaved.Kept { Segment: var segment, Mistakes: var mistakes }:
                DraftTag.Show(request, segment.Draft);
                return Answer(new SavedSegmentView(segment.Key, segment.Name, segment.State, segment.Draft, segment.SavedAt, mistakes));
            case SegmentSaved.Unreadable { Mistake: var mistake }:
                return Problem.Mistaken(400, "malformed-json", "The body is no JSON that could be kept.", [mistake]);
            case SegmentSaved.Full { Reason: var reason }:
                return TooMany(reason);
            default:
                return DraftTag.Overtaken();
        }
    }

    /// <summary>200 with the version; 422 with the mistakes of the draft; 409 when there are as many as there can be; 412 when <c>If-Match</c> names another draft than there is.</summary>
    public static async Task<IResult> PublishAsync(HttpRequest request) =>
        !TryKey(request, out var key)
            ? Unknown()
            : await request.Use<PublishSegment>().RunAsync(key, DraftTag.IfMatch(request), request.HttpContext.RequestAborted) switch
            {
                SegmentPublished.Done { Segment: var segment, New: var isNew } =>
                    Answer(new PublishedSegmentView(segment.Key, segment.State, segment.Version, isNew, segment.PublishedAt)),
                SegmentPublished.Refused { Mistakes: var mistakes } =>
                    Problem.Mistaken(422, "invalid-segment", "The draft has mistakes; nothing was published.", mistakes),
                SegmentPublished.Full { Reason: var reason } => TooMany(reason),
                SegmentPublished.Overtaken => DraftTag.Overtaken(),
                _ => Unknown(),
            };

    /// <summary>409 with those that name it, while there are any.</summary>
    public static async Task<IResult> ArchiveAsync(HttpRequest request) =>
        !TryKey(request, out var key)
            ? Unknown()
            : await request.Use<ArchiveSegment>().RunAsync(key, request.HttpContext.RequestAborted) switch
            {
                SegmentArchived.Done { Segment: var segment } => Answer(segment),
                SegmentArchived.InUse { By: var by } => InUse(by, "Published segments or journeys name this one; publish them without it, or archive them first."),
                _ => Unknown(),
            };

    /// <summary>200 whatever the body is: mistakes are the answer.</summary>
    public static async Task<IResult> ValidateAsync(HttpRequest request)
    {
        using var body = await Body.ReadAsync(request);
        return await request.Use<CheckSegment>().RunAsync(body.Memory, null, request.HttpContext.RequestAborted) is SegmentReading.Wrong { Mistakes: var mistakes }
            ? Answer(new ValidatedView(false, mistakes))
            : Answer(new ValidatedView(true, []));
    }

    private static IResult TooMany(string reason) => Problem.Of(409, "too-many-segments", reason);

    internal static IResult InUse(SegmentUses by, string detail)
    {
        var unknown = by.Unreadable.Count > 0 ? " What is unreadable was published by another release and may name it too: publish it again, or archive it." : "";
        return Problem.With(
            409, "in-use", detail + unknown, new Dictionary<string, object?> { ["segments"] = by.Segments, ["journeys"] = by.Journeys, ["tags"] = by.Tags, ["unreadable"] = by.Unreadable });
    }

    internal static bool TryKey(HttpRequest request, out string key)
    {
        key = request.RouteValues["key"] as string ?? "";
        return SegmentKeys.IsKey(key);
    }

    internal static IResult Answer<T>(T value, int status = StatusCodes.Status200OK) => Results.Json(value, JourneyJson.Readable, statusCode: status);

    internal static IResult Unknown() => Problem.NotFound("There is no such segment; GET /api/segments lists them.");
}
