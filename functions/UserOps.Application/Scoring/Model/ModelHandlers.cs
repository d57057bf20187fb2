using Microsoft.AspNetCore.Http;
using UserOps.Application.Http;

namespace UserOps.Application.Scoring.Model;

public static class ModelHandlers
{
    /// <summary>Query: <c>asOf</c> a scored day (absent: the published one).</summary>
    public static Task<IResult> ReadAsync(HttpRequest request) =>
        AnswerAsync(request, model => Results.Json(model, ScoringJson.Readable.ModelView));

    public static Task<IResult> ShowAsync(HttpRequest request) => AnswerAsync(request, model => ModelPage.Answer(request, model));

    private static async Task<IResult> AnswerAsync(HttpRequest request, Func<ModelView, IResult> answer)
    {
        DateOnly? asOf = null;
        if (request.Query["asOf"] is [{ Length: > 0 } text])
        {
            if (!ScoringHandlers.TryDate(text, out var day))
            {
                return Problem.Invalid("asOf", "A day is written as 2006-12-31.");
            }

            asOf = day;
        }

        return await request.Use<ReadModel>().RunAsync(asOf, request.HttpContext.RequestAborted) is { } model
            ? answer(model)
            : Problem.NotFound("No finished run has models for this day; POST /api/scoring/runs with the day brings them.");
    }
}
