using System.Globalization;
using Microsoft.AspNetCore.Http;
using UserOps.Application.Http;
using UserOps.Application.Journeys.Control;
using UserOps.Application.Journeys.Jobs;
using UserOps.Domain.Journeys;

namespace UserOps.Application.Journeys.Watching;

public static class WatchHandlers
{
    /// <summary>Query: <c>state</c>, <c>step</c>, <c>version</c>, <c>limit</c> (1 to 200, else 100), <c>from</c> (the <c>next</c> of the page before).</summary>
    public static async Task<IResult> ListRunsAsync(HttpRequest request)
    {
        var (key, cancel) = (Asked.Journey(request), request.HttpContext.RequestAborted);
        if (LimitOf(request, ListRuns.MostOnPage, 100) is not { } limit)
        {
            return Problem.Invalid("limit", $"A page holds 1 to {ListRuns.MostOnPage} runs.");
        }

        var from = Text(request, "from");
        if (!ListRuns.TryPlace(from, out _, out _))
        {
            return Problem.Invalid("from", "This is none of the values that an earlier page named as next.");
        }

        var state = default(RunState?);
        if (Text(request, "state") is { } named)
        {
            if (!Enum.TryParse<RunState>(named, ignoreCase: true, out var known) || char.IsDigit(named[0]))
            {
                return Problem.Invalid("state", "A run is active, paused or ended.");
            }

            state = known;
        }

        return !TryVersion(request, out var version) ? Problem.Invalid("version", "A version is a number, 1 or more.")
            : key.Length == 0 || await request.Use<JourneyRows>().FindAsync(key, cancel) is null ? Asked.NoJourney()
            : Asked.Answer(await request.Use<ListRuns>().RunAsync(key, new(state, Text(request, "step"), version), from, limit, cancel));
    }

    public static async Task<IResult> ReadRunAsync(HttpRequest request) =>
        Asked.Journey(request) is { Length: > 0 } key && request.RouteValues["run"] is string id && JobRows.IsId(id)
        && await request.Use<ReadRun>().RunAsync(key, id, request.HttpContext.RequestAborted) is { } run
            ? Asked.Answer(run)
            : NoRun();

    public static async Task<IResult> ReadUserJourneysAsync(HttpRequest request) =>
        await request.Use<ReadRun>().OfUserAsync(Users.UserHandlers.Id(request), request.HttpContext.RequestAborted) is { } runs
            ? Asked.Answer(new UserJourneys(runs))
            : Problem.NotFound("Nobody is known by this identifier.");

    /// <summary>Query: <c>version</c>, <c>from</c> and <c>to</c> (instants: runs begun from then, and before then).</summary>
    public static async Task<IResult> ReadFunnelAsync(HttpRequest request)
    {
        if (!TryVersion(request, out var version))
        {
            return Problem.Invalid("version", "A version is a number, 1 or more.");
        }

        foreach (var name in (string[])["from", "to"])
        {
            if (Text(request, name) is { } text && InstantOf(text) is null)
            {
                return Problem.Invalid(name, "An instant is written as 2026-11-22T10:00:00Z.");
            }
        }

        var query = new FunnelQuery(version, InstantOf(Text(request, "from")), InstantOf(Text(request, "to")));
        return Asked.Journey(request) is { Length: > 0 } key && await request.Use<ReadFunnel>().RunAsync(key, query, request.HttpContext.RequestAborted) is { } funnel
            ? Asked.Answer(funnel)
            : Problem.NotFound("There is no such journey, or no such version of it was published.");
    }

    internal static IResult NoRun() => Problem.NotFound("There is no such run of such a journey; GET /api/journeys/{key}/runs lists them.");

    /// <returns>Null: it is none.</returns>
    internal static int? LimitOf(HttpRequest request, int most, int usual) =>
        Text(request, "limit") is not { } text ? usual
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit >= 1 && limit <= most ? limit
        : null;

    private static string? Text(HttpRequest request, string name) => request.Query[name] is [{ Length: > 0 } text] ? text : null;

    private static bool TryVersion(HttpRequest request, out int? version)
    {
        version = Text(request, "version") is { } text && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
        return version is not null || Text(request, "version") is null;
    }

    private static DateTimeOffset? InstantOf(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;
}
