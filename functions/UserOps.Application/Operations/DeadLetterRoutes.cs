using System.Globalization;
using Microsoft.AspNetCore.Http;
using UserOps.Application.Http;
using UserOps.Application.Storage;

namespace UserOps.Application.Operations;

/// <summary>What an operator does about messages that were given up.</summary>
public static class DeadLetterRoutes
{
    private const int DefaultPage = 50;

    public static readonly Route ListDeadLetters = new("ListDeadLetters", "GET", "api/dead-letters", Access.Admin, ListAsync)
    {
        Doc = new("Lists messages that were given up, oldest first")
        {
            Query = [new("limit", "integer", "1 to 200; 50 without it."), new("from", "string", "The next of the page before.")],
            Response = typeof(DeadLetterPage),
        },
    };

    public static readonly Route ReplayDeadLetter = new("ReplayDeadLetter", "POST", "api/dead-letters/{id}/replay", Access.Admin, ReplayAsync)
    {
        Doc = new("Handles a message once more") { Status = 202 },
    };

    public static readonly Route ReplayDeadLetters = new("ReplayDeadLetters", "POST", "api/dead-letters/replay", Access.Admin, ReplayOldestAsync)
    {
        Doc = new("Handles the oldest messages once more")
        {
            Query = [new("limit", "integer", "1 to 200; 200 without it."), new("before", "string", "As the first call of a series answered.", "date-time")],
            Response = typeof(ReplayedLetters),
        },
    };

    public static IReadOnlyList<Route> All { get; } = [ListDeadLetters, ReplayDeadLetter, ReplayDeadLetters];

    /// <summary>Query: <c>limit</c> (1 to 200, else 50) and <c>from</c> (the <c>next</c> of the page before).</summary>
    public static async Task<IResult> ListAsync(HttpRequest request)
    {
        if (!TryLimit(request, DefaultPage, out var limit))
        {
            return Problem.Invalid("limit", $"A page holds 1 to {DeadLetters.Most} dead letters.");
        }

        TableKey? from = null;
        if (request.Query["from"] is [{ } start])
        {
            if (!TableKey.TryParse(start, out var key))
            {
                return Problem.Invalid("from", "This is none of the values that an earlier page named as next.");
            }

            from = key;
        }

        return Results.Ok(await Letters(request).ListAsync(from, limit, request.HttpContext.RequestAborted));
    }

    public static async Task<IResult> ReplayAsync(HttpRequest request) =>
        TableKey.TryParse(request.RouteValues["id"] as string, out var id) && await Letters(request).ReplayAsync(id, request.HttpContext.RequestAborted)
            ? Results.Accepted()
            : Problem.NotFound("There is no such dead letter.");

    /// <summary>Query: <c>limit</c> (1 to 200, else 200) and, to replay the rest after a first call, <c>before</c> as that one answered it.</summary>
    public static async Task<IResult> ReplayOldestAsync(HttpRequest request)
    {
        if (!TryLimit(request, DeadLetters.Most, out var limit))
        {
            return Problem.Invalid("limit", $"A call replays 1 to {DeadLetters.Most} dead letters.");
        }

        var before = request.Use<TimeProvider>().GetUtcNow();
        if (request.Query["before"] is [{ } text]
            && !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out before))
        {
            return Problem.Invalid("before", "An instant is written as 2006-12-31T23:59:59Z.");
        }

        return Results.Ok(await Letters(request).ReplayAsync(before, limit, request.HttpContext.RequestAborted));
    }

    private static bool TryLimit(HttpRequest request, int absent, out int limit)
    {
        limit = absent;
        return request.Query["limit"] is not [{ } text]
            || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out limit) && limit is >= 1 and <= DeadLetters.Most);
    }

    private static DeadLetters Letters(HttpRequest request) => request.Use<DeadLetters>();
}
