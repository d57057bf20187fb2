using System.Globalization;
using Microsoft.AspNetCore.Http;
using UserOps.Application.Http;
using UserOps.Application.Storage;

namespace UserOps.Application.Users;

public static class UserHandlers
{
    private const int DefaultPage = 50;

    public static async Task<IResult> ReadAsync(HttpRequest request) =>
        await request.Use<ReadUser>().RunAsync(Id(request), request.HttpContext.RequestAborted) is { } user ? Results.Ok(user) : Unknown();

    /// <summary>Oldest first. Query: <c>limit</c> (1 to 500, else 50), <c>from</c> (an instant), <c>after</c> (the <c>next</c> of the page before).</summary>
    public static async Task<IResult> ReadTimelineAsync(HttpRequest request)
    {
        var limit = DefaultPage;
        if (request.Query["limit"] is [{ } text] && (!int.TryParse(text, out limit) || limit is < 1 or > ReadTimeline.MaxItems))
        {
            return Problem.Invalid("limit", $"A page holds 1 to {ReadTimeline.MaxItems} events.");
        }

        DateTimeOffset? from = null;
        if (request.Query["from"] is [{ } instant])
        {
            if (!DateTimeOffset.TryParse(instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
            {
                return Problem.Invalid("from", "An instant is written as 2026-11-22T10:00:00Z.");
            }

            from = at;
        }

        string? after = request.Query["after"] is [{ Length: > 0 } next] ? next : null;
        if (after is not null && !TableKey.TryParse(after, out _))
        {
            return Problem.Invalid("after", "This is none of the values that an earlier page named as next.");
        }

        return await request.Use<ReadTimeline>().RunAsync(Id(request), from, after, limit, request.HttpContext.RequestAborted) is { } timeline
            ? Results.Ok(timeline)
            : Unknown();
    }

    /// <summary>202: two users become one as soon as the queue comes to it.</summary>
    public static async Task<IResult> MergeAsync(HttpRequest request)
    {
        var (merge, refusal) = await Body.ReadJsonAsync<MergeRequest>(request);
        if (refusal is not null)
        {
            return refusal;
        }

        if (string.IsNullOrWhiteSpace(merge!.From) || string.IsNullOrWhiteSpace(merge.Into))
        {
            return Problem.Invalid(string.IsNullOrWhiteSpace(merge.From) ? "from" : "into", "Name both users, as in {\"from\":\"customer:shop:7\",\"into\":\"42\"}.");
        }

        return await request.Use<MergeByHand>().RunAsync(merge.From, merge.Into, request.HttpContext.RequestAborted) is { } unknown
            ? Problem.Invalid(unknown, "Nobody is known by this identifier.")
            : Results.Accepted();
    }

    /// <summary>Routing has unescaped it but for the slash, which it leaves for the template's sake; unescaping all of it again would make another id of <c>100%25</c>.</summary>
    internal static string Id(HttpRequest request) => (request.RouteValues["id"] as string ?? "").Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    private static IResult Unknown() => Problem.NotFound("Nobody is known by this identifier.");
}
