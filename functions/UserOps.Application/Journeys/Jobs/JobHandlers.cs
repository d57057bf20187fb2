using Microsoft.AspNetCore.Http;
using UserOps.Application.Http;
using UserOps.Application.Journeys.Control;
using UserOps.Application.Journeys.Watching;
using UserOps.Application.Storage;
using UserOps.Application.Tags;

namespace UserOps.Application.Journeys.Jobs;

public static class JobHandlers
{
    private const int MostOnPage = 100;

    public static async Task<IResult> ReadAsync(HttpRequest request) =>
        await request.Use<JobRows>().FindAsync(Id(request), request.HttpContext.RequestAborted) is var (job, _) ? Asked.Answer(JobView.Of(job)) : NoJob();

    public static async Task<IResult> CancelAsync(HttpRequest request) =>
        await request.Use<CancelJob>().RunAsync(Id(request), request.HttpContext.RequestAborted) is { } job ? Asked.Answer(JobView.Of(job)) : NoJob();

    /// <summary>Query: <c>limit</c> (1 to 100, else 50) and <c>from</c> (the <c>next</c> of the page before).</summary>
    public static async Task<IResult> ListAsync(HttpRequest request)
    {
        var key = Asked.Journey(request);
        return key.Length == 0 || await request.Use<JourneyRows>().FindAsync(key, request.HttpContext.RequestAborted) is null
            ? Asked.NoJourney()
            : await PageAsync(request, key);
    }

    /// <summary>The same of a tag; empty where nothing was done, also when nobody ever had such a tag.</summary>
    public static async Task<IResult> ListOfTagAsync(HttpRequest request) =>
        TagDefinitionHandlers.NameIn(request) is { } name ? await PageAsync(request, JobRows.OfTag(name)) : TagDefinitionHandlers.Unknown();

    private static async Task<IResult> PageAsync(HttpRequest request, string about)
    {
        if (WatchHandlers.LimitOf(request, MostOnPage, 50) is not { } limit)
        {
            return Problem.Invalid("limit", $"A page holds 1 to {MostOnPage} jobs.");
        }

        var from = request.Query["from"] is [{ Length: > 0 } start] ? start : null;
        if (from is not null && !TableKey.TryParse(from, out _))
        {
            return Problem.Invalid("from", "This is none of the values that an earlier page named as next.");
        }

        var (jobs, next) = await request.Use<JobRows>().ListAsync(about, from, limit, request.HttpContext.RequestAborted);
        return Asked.Answer(new JobPage([.. jobs.Select(JobView.Of)], next));
    }

    private static string Id(HttpRequest request) => request.RouteValues["id"] as string ?? "";

    private static IResult NoJob() => Problem.NotFound("There is no such job; GET /api/journeys/{key}/jobs lists those of a journey.");
}
