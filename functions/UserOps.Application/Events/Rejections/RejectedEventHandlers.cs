using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using UserOps.Application.Http;

namespace UserOps.Application.Events.Rejections;

public static class RejectedEventHandlers
{
    private const int PageSize = 100;

    /// <summary><c>GET /api/events/rejected?day=2026-11-22&amp;from=…&amp;limit=100</c>; without a day, today.</summary>
    public static async Task<IResult> List(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (day, from, limit) = (request.Query["day"].ToString(), request.Query["from"].ToString(), request.Query["limit"].ToString());
        DateOnly date = default;
        if (day.Length > 0 && !DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date))
        {
            return Problem.Invalid("day", "day must be a date such as 2026-11-22.");
        }

        if (from.Length > 0 && !OnceRows.IsPlace(from))
        {
            return Problem.Invalid("from", "from must be the next of the page before.");
        }

        var pageSize = PageSize;
        if (limit.Length > 0 && (!int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out pageSize) || pageSize is 0 or > 1_000))
        {
            return Problem.Invalid("limit", "limit must be 1 to 1000.");
        }

        var rejected = request.HttpContext.RequestServices.GetRequiredService<RejectedEvents>();
        return Results.Ok(await rejected.ListAsync(
            day.Length > 0 ? date : null, from.Length > 0 ? from : null, pageSize, request.HttpContext.RequestAborted));
    }
}
