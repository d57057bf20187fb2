using Microsoft.AspNetCore.Http;
using UserOps.Application.Http;
using UserOps.Application.Journeys.Control;
using UserOps.Application.Journeys.Watching;
using UserOps.Application.Storage;

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
        var (key, cancel) = (Asked.Journey(request), request.HttpContext.RequestAborted);
        if (WatchHandlers.LimitOf(request, MostOnPage, 50) is not { } limit)
        {
            return Problem.Invalid("limit", $"A page holds 1 to {MostOnPage} jobs.");
        }

        var from = request.Query["from"] is [{ Length: > 0 } start] ? start : null;
        if (from is not null && !TableKey.TryParse(from, out _))
        {
            return Problem.Invalid("from", "This is none of the values that an earlier page named as next.");
        }

        if (key.Length == 0 || await request.Use<JourneyRows>().FindAsync(key, cancel) is null)
        {
            return Asked.NoJourney();
        }

        var (jobs, next) = await request.Use<JobRows>().ListAsync(key, from, limit, cancel);
        return Asked.Answer(new JobPage([.. jobs.Select(JobView.Of)], next));
    }

    private static string Id(HttpRequest request) => request.RouteValues["id"] as string ?? "";

    private static IResult NoJob() => Problem.NotFound("There is no such job; GET /api/journeys/{key}/jobs lists those of a journey.");
}
