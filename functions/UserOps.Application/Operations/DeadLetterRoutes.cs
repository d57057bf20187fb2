using Microsoft.AspNetCore.Http;
using UserOps.Application.Http;
using UserOps.Application.Storage;

namespace UserOps.Application.Operations;

/// <summary>What an operator does about messages that were given up.</summary>
public static class DeadLetterRoutes
{
    private const int DefaultPage = 50;
    private const int LargestPage = 200;

    public static readonly Route ListDeadLetters = new("ListDeadLetters", "GET", "api/dead-letters", Access.Admin, ListAsync);

    public static readonly Route ReplayDeadLetter = new("ReplayDeadLetter", "POST", "api/dead-letters/{id}/replay", Access.Admin, ReplayAsync);

    public static IReadOnlyList<Route> All { get; } = [ListDeadLetters, ReplayDeadLetter];

    /// <summary>Query: <c>limit</c> (1 to 200, else 50) and <c>from</c> (the <c>next</c> of the page before).</summary>
    public static async Task<IResult> ListAsync(HttpRequest request)
    {
        var limit = DefaultPage;
        if (request.Query["limit"] is [{ } text] && (!int.TryParse(text, out limit) || limit is < 1 or > LargestPage))
        {
            return Problem.Invalid("limit", $"A page holds 1 to {LargestPage} dead letters.");
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

    private static DeadLetters Letters(HttpRequest request) => request.Use<DeadLetters>();
}
