using System.Globalization;
using Microsoft.AspNetCore.Http;
using UserOps.Application.Http;
using UserOps.Application.Scoring;
using UserOps.Application.Segments;
using UserOps.Application.Settings;

namespace UserOps.Application.Tags;

public static class TagListHandlers
{
    private const int MostOnPage = 50;
    private const int MostDays = 3_660;
    private const int UsualDays = 90;

    /// <summary>Query: <c>limit</c> (1 to 50, else 20: of each tag 256 counts are read) and <c>from</c> (the <c>next</c> of the page before).</summary>
    public static async Task<IResult> ListAsync(HttpRequest request)
    {
        var (limit, from, refusal) = PageQuery.Read(request, MostOnPage, 20, "tags");
        return refusal ?? SegmentHandlers.Answer(await request.Use<ListTags>().RunAsync(from, limit, request.HttpContext.RequestAborted));
    }

    /// <summary>Query: <c>from</c> and <c>to</c>, days.</summary>
    public static async Task<IResult> HistoryAsync(HttpRequest request)
    {
        if (TagDefinitionHandlers.NameIn(request) is not { } name)
        {
            return TagDefinitionHandlers.Unknown();
        }

        var today = WorkspaceDay.Of(request.Use<TimeProvider>().GetUtcNow(), request.Use<UserOpsSettings>().Workspace.Zone);
        if (Day(request, "to", today) is not { } to)
        {
            return Problem.Invalid("to", "Write a day such as 2026-01-31.");
        }

        if (Day(request, "from", to.AddDays(-UsualDays)) is not { } from || from > to || to.DayNumber - from.DayNumber > MostDays)
        {
            return Problem.Invalid("from", $"Write a day such as 2026-01-31, before 'to' by at most {MostDays} days.");
        }

        return SegmentHandlers.Answer(new TagHistoryView(name, await request.Use<TagDays>().BetweenAsync(name, from, to, request.HttpContext.RequestAborted).ToListAsync()));
    }

    private static DateOnly? Day(HttpRequest request, string name, DateOnly usual) =>
        request.Query[name] is not [{ Length: > 0 } text] ? usual
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year >= 1970 ? day
        : null;
}
