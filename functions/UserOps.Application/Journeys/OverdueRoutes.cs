using Microsoft.AspNetCore.Http;
using UserOps.Application.Http;
using UserOps.Application.Journeys.Running;

namespace UserOps.Application.Journeys;

/// <summary>What an operator asks about runs.</summary>
public static class OverdueRoutes
{
    public static readonly Route ListOverdueRuns = new("ListOverdueRuns", "GET", "api/journeys/overdue", Access.Viewer, ListAsync)
    {
        Doc = new("Lists runs that are more than five minutes beyond their time, the longest first") { Response = typeof(OverduePage) },
    };

    public static IReadOnlyList<Route> All { get; } = [ListOverdueRuns];

    public static async Task<IResult> ListAsync(HttpRequest request) =>
        Results.Json(await request.Use<ListOverdueRuns>().RunAsync(request.HttpContext.RequestAborted), JourneyJson.Readable);
}
