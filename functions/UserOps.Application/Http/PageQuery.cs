using System.Globalization;
using Microsoft.AspNetCore.Http;
using UserOps.Application.Storage;

namespace UserOps.Application.Http;

/// <summary>The query of a list that is answered in pages: <c>limit</c> and <c>from</c>, the <c>next</c> of the page before.</summary>
internal static class PageQuery
{
    /// <param name="what">Is listed, in the plural: <c>segments</c>.</param>
    public static (int Limit, string? From, IResult? Refusal) Read(HttpRequest request, int most, int usual, string what)
    {
        var limit = usual;
        if (request.Query["limit"] is [{ } text] && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out limit) && limit >= 1 && limit <= most))
        {
            return (0, null, Problem.Invalid("limit", $"A page holds 1 to {most} {what}."));
        }

        var from = request.Query["from"] is [{ Length: > 0 } start] ? start : null;
        return from is not null && !(from.Length <= 200 && TableKey.TryParse(from, out _))
            ? (0, null, Problem.Invalid("from", "This is none of the values that an earlier page named as next."))
            : (limit, from, null);
    }
}
