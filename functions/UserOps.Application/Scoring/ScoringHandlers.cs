using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using UserOps.Application.Http;
using UserOps.Application.Settings;

namespace UserOps.Application.Scoring;

public static class ScoringHandlers
{
    /// <summary>202 with the run and where to follow it; 400 for a day in the future.</summary>
    public static async Task<IResult> RequestRunAsync(HttpRequest request)
    {
        using var body = await Body.ReadAsync(request);
        RunRequest? asked;
        try
        {
            asked = body.Span.IsEmpty ? null : JsonSerializer.Deserialize(body.Span, ScoringJson.Default.RunRequest);
        }
        catch (JsonException)
        {
            return Problem.Invalid("asOf", "The body is a JSON object with days, as in {\"asOf\":\"2006-12-31\"} or with \"calibrationEnd\" too, or is empty.");
        }

        switch (await request.Use<RequestRun>().RunAsync(asked?.AsOf, request.HttpContext.RequestAborted, asked?.CalibrationEnd))
        {
            case RunRequested.Accepted { Run: var run }:
                request.HttpContext.Response.Headers.Location = "/api/scoring/runs/" + RunRows.Text(run.AsOf);
                return View(request, run, StatusCodes.Status202Accepted);
            case RunRequested.InFuture { Today: var today }:
                return Problem.Invalid("asOf", $"The last day that can be scored is today, {RunRows.Text(today)} in the workspace's time zone.");
            case RunRequested.CalibratesTooLate { AsOf: var day }:
                return Problem.Invalid("calibrationEnd", $"A calibration ends before the scored day, {RunRows.Text(day)}, so that something is left to compare with.");
            default:
                throw new InvalidOperationException("An unknown outcome.");
        }
    }

    public static async Task<IResult> ReadRunAsync(HttpRequest request) =>
        !TryDate(request.RouteValues["date"] as string, out var asOf)
            ? Problem.Invalid("date", "A day is written as 2006-12-31.")
            : await request.Use<RunRows>().FindAsync(asOf, request.HttpContext.RequestAborted) is { } run
                ? View(request, run, StatusCodes.Status200OK)
                : Problem.NotFound($"No run as of {RunRows.Text(asOf)} was asked for.");

    public static async Task<IResult> ReadLatestAsync(HttpRequest request) =>
        await request.Use<FindScores>().RunAsync(null, request.HttpContext.RequestAborted) is { } run
            ? View(request, run, StatusCodes.Status200OK)
            : Problem.NotFound("No run has been published yet; POST /api/scoring/runs asks for one.");

    /// <summary>Query: <c>asOf</c> a day (absent: the published one), <c>everyone=true</c> to have users without orders too.</summary>
    public static async Task<IResult> ExportAsync(HttpRequest request)
    {
        DateOnly? asOf = null;
        if (request.Query["asOf"] is [{ Length: > 0 } text])
        {
            if (!TryDate(text, out var day))
            {
                return Problem.Invalid("asOf", "A day is written as 2006-12-31.");
            }

            asOf = day;
        }

        var (everyone, unclear) = QueryOptions.Flag(request, "everyone");
        if (unclear is not null)
        {
            return unclear;
        }

        var cancel = request.HttpContext.RequestAborted;
        return await request.Use<FindScores>().RunAsync(asOf, cancel) is { } run
            ? Results.Stream(
                stream => request.Use<ExportScores>().RunAsync(run, stream, everyone, cancel), "text/csv; charset=utf-8", $"scores-{RunRows.Text(run.AsOf)}.csv")
            : Problem.NotFound(asOf is null
                ? "No run has been published yet; POST /api/scoring/runs asks for one."
                : "The scores of that day do not stand (any more); POST /api/scoring/runs with the day brings them.");
    }

    internal static bool TryDate(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    private static IResult View(HttpRequest request, ScoringRun run, int status) => Results.Json(
        RunViews.Of(run, request.Use<UserOpsSettings>().Workspace.Currency), ScoringJson.Readable.RunView, statusCode: status);
}
