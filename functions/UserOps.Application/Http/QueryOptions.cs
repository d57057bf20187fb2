using Microsoft.AspNetCore.Http;

namespace UserOps.Application.Http;

/// <summary>Options in a query where one that is misspelt, or stands in the wrong place, would do something else than was meant.</summary>
internal static class QueryOptions
{
    /// <param name="known">What may stand there; none: everything stands in the body.</param>
    /// <returns>400 naming the first that may not; null: there is none.</returns>
    public static IResult? Unknown(HttpRequest request, params ReadOnlySpan<string> known)
    {
        foreach (var name in request.Query.Keys)
        {
            if (!known.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                return Problem.Invalid(name, known.Length == 0
                    ? $"There is no '{name}' in the query here: options stand in the body."
                    : $"There is no '{name}' in the query here; what may stand there is {string.Join(", ", known)}.");
            }
        }

        return null;
    }

    /// <returns>Off where it is absent; 400 where it is neither true nor false.</returns>
    public static (bool On, IResult? Refusal) Flag(HttpRequest request, string name) => request.Query[name] switch
    {
        [] => (false, null),
        [{ } text] when bool.TryParse(text, out var on) => (on, null),
        _ => (false, Problem.Invalid(name, $"'{name}' is true or false.")),
    };
}
