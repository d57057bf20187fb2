using System.Globalization;
using Microsoft.AspNetCore.Http;
using UserOps.Application.Http;
using UserOps.Application.Users;

namespace UserOps.Application.Recommendations;

/// <summary>Query of both: <c>limit</c>, 1 to 50, else 10.</summary>
public static class RecommendationHandlers
{
    private const int DefaultItems = 10;

    public static Task<IResult> ForUserAsync(HttpRequest request) => AnswerAsync(request, async (id, limit, cancel) =>
        await request.Use<NamedUser>().RunAsync(id, cancel) is { } profile
            ? await request.Use<ReadRecommendations>().ForUserAsync(profile, limit, cancel)
            : null, "Nobody is known by this identifier.");

    public static Task<IResult> ForProductAsync(HttpRequest request) => AnswerAsync(
        request, request.Use<ReadRecommendations>().ForProductAsync, "No order has named a product with this id.");

    private static async Task<IResult> AnswerAsync(HttpRequest request, Func<string, int, CancellationToken, Task<Recommended?>> read, string unknown)
    {
        var limit = DefaultItems;
        if (request.Query["limit"] is [{ } text]
            && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > ReadRecommendations.MaxItems))
        {
            return Problem.Invalid("limit", $"There are 1 to {ReadRecommendations.MaxItems} recommendations in an answer.");
        }

        return await read(UserHandlers.Id(request), limit, request.HttpContext.RequestAborted) is { } recommended
            ? Results.Ok(RecommendationsView.Of(recommended))
            : Problem.NotFound(unknown);
    }
}
