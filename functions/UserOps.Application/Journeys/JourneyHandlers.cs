using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using UserOps.Application.Http;
using UserOps.Domain.Journeys;

namespace UserOps.Application.Journeys;

public static class JourneyHandlers
{
    private const int DefaultPage = 100;

    /// <summary>Query: <c>limit</c> (1 to 200, else 100) and <c>from</c> (the <c>next</c> of the page before).</summary>
    public static async Task<IResult> ListAsync(HttpRequest request)
    {
        var (limit, from, refusal) = PageQuery.Read(request, ListJourneys.MostOnPage, DefaultPage, "journeys");
        return refusal ?? Answer(await request.Use<ListJourneys>().RunAsync(from, limit, request.HttpContext.RequestAborted));
    }

    /// <summary>The draft's tag is the <c>ETag</c>.</summary>
    public static async Task<IResult> ReadAsync(HttpRequest request)
    {
        if (!TryKey(request, out var key) || await request.Use<ReadJourney>().RunAsync(key, request.HttpContext.RequestAborted) is not { } journey)
        {
            return Unknown();
        }

        DraftTag.Show(request, journey.Draft.Tag);
        return Answer(journey);
    }

    public static async Task<IResult> ReadVersionAsync(HttpRequest request) =>
        TryKey(request, out var key)
        && int.TryParse(request.RouteValues["version"] as string, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
        && await request.Use<JourneyRows>().VersionAsync(key, version, request.HttpContext.RequestAborted) is { } found
            ? Answer(new VersionView(version, found.PublishedAt, JsonElement.Parse(found.Document)))
            : Problem.NotFound("There is no such version of such a journey.");

    /// <summary>200 with the mistakes that are left in it; 400 when it is no JSON; 412 when <c>If-Match</c> names another draft than there is.</summary>
    public static async Task<IResult> SaveAsync(HttpRequest request)
    {
        if (!TryKey(request, out var key))
        {
            return Problem.Invalid("key", JourneyKeys.Form);
        }

        using var body = await Body.ReadAsync(request);
        switch (await request.Use<SaveJourney>().RunAsync(key, body.Memory, DraftTag.IfMatch(request), request.HttpContext.RequestAborted))
        {
            case JourneySaved.Kept { Journey: var journey, Mistakes: var mistakes }:
                DraftTag.Show(request, journey.Draft);
                return Answer(new SavedView(journey.Key, journey.Name, journey.State, journey.Draft, journey.SavedAt, mistakes));
            case JourneySaved.Unreadable { Mistake: var mistake }:
                return Problem.Mistaken(400, "malformed-json", "The body is no JSON that could be kept.", [mistake]);
            default:
                return DraftTag.Overtaken();
        }
    }

    /// <summary>200 with the version; 422 with the mistakes of the draft; 412 when <c>If-Match</c> names another draft than there is.</summary>
    public static async Task<IResult> PublishAsync(HttpRequest request) =>
        !TryKey(request, out var key)
            ? Unknown()
            : await request.Use<PublishJourney>().RunAsync(key, DraftTag.IfMatch(request), request.HttpContext.RequestAborted) switch
            {
                JourneyPublished.Done { Journey: var journey, New: var isNew } =>
                    Answer(new PublishedView(journey.Key, journey.State, journey.Version, isNew, journey.PublishedAt)),
                JourneyPublished.Refused { Mistakes: var mistakes } =>
                    Problem.Mistaken(422, "invalid-journey", "The draft has mistakes; nothing was published.", mistakes),
                JourneyPublished.Overtaken => DraftTag.Overtaken(),
                _ => Unknown(),
            };

    public static async Task<IResult> ArchiveAsync(HttpRequest request) =>
        TryKey(request, out var key) && await request.Use<ArchiveJourney>().RunAsync(key, request.HttpContext.RequestAborted) is { } journey ? Answer(journey) : Unknown();

    /// <summary>200 whatever the body is: mistakes are the answer.</summary>
    public static async Task<IResult> ValidateAsync(HttpRequest request)
    {
        using var body = await Body.ReadAsync(request);
        return await request.Use<CheckJourney>().RunAsync(body.Memory, null, request.HttpContext.RequestAborted) is JourneyReading.Wrong { Mistakes: var mistakes }
            ? Answer(new ValidatedView(false, mistakes))
            : Answer(new ValidatedView(true, []));
    }

    public static Task<IResult> ReadSchemaAsync(HttpRequest request) => Task.FromResult(Results.Bytes(JourneySchema.Utf8, "application/schema+json"));

    private static bool TryKey(HttpRequest request, out string key)
    {
        key = request.RouteValues["key"] as string ?? "";
        return JourneyKeys.IsKey(key);
    }

    private static IResult Answer<T>(T value) => Results.Json(value, JourneyJson.Readable);

    private static IResult Unknown() => Problem.NotFound("There is no such journey; GET /api/journeys lists them.");
}
