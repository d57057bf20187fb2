using Microsoft.AspNetCore.Http;
using UserOps.Application.Http;
using UserOps.Application.Segments;
using UserOps.Application.Segments.Audiences;
using UserOps.Domain.Scoring;
using UserOps.Domain.Scoring.Value;
using UserOps.Domain.Tags;

namespace UserOps.Application.Users.Search;

public static class SearchHandlers
{
    private const int MostNamed = 10;
    private const int LongestId = 500;
    private static readonly string[] Known =
        ["id", "emailHash", "segment", "tag", "recency", "frequency", "monetary", "valueIndex", "scoreSegment", "stage", "risk", "tier", "limit", "from"];

    private const int BestScore = 5;
    private const int BestIndex = 100;

    public static async Task<IResult> SearchAsync(HttpRequest request)
    {
        var cancel = request.HttpContext.RequestAborted;
        if (QueryOptions.Unknown(request, Known) is { } unknown)
        {
            return unknown;
        }

        var (limit, text, refusal) = PageQuery.Read(request, SearchUsers.MostOnPage, 50, "users");
        var from = text is null ? null : AudiencePlace.Parse(text);
        if (refusal is not null || (text is not null && from is null))
        {
            return refusal ?? Problem.Invalid("from", "This is none of the values that an earlier page named as next.");
        }

        var (query, wrong) = Read(request, await request.Use<PublishedSegments>().ReadAsync(cancel));
        return query is null ? wrong! : Results.Ok(await request.Use<SearchUsers>().RunAsync(query, from, limit, cancel));
    }

    private static (UserQuery? Query, IResult? Refusal) Read(HttpRequest request, SegmentSet published)
    {
        var (id, hash) = (request.Query["id"].ToString(), request.Query["emailHash"].ToString());
        var email = EmailHash.Parse(hash);
        if (request.Query["id"].Count > 1 || id.Length > LongestId || (request.Query.ContainsKey("id") && string.IsNullOrWhiteSpace(id)))
        {
            return (null, Problem.Invalid("id", $"Send one id, of 1 to {LongestId} characters."));
        }

        if (request.Query.ContainsKey("emailHash") && email is null)
        {
            return (null, Problem.Invalid("emailHash", "The SHA-256 of the trimmed lower-case address is written as 64 hexadecimal digits."));
        }

        var segments = request.Query["segment"].OfType<string>().ToList();
        var nowhere = segments.Find(key => published.Find(key) is null);
        if (segments.Count > MostNamed || nowhere is not null)
        {
            return (null, Problem.Invalid("segment", nowhere is not null
                ? $"There is no published segment '{nowhere}'."
                : $"Name up to {MostNamed} published segments, each as segment=key."));
        }

        var tags = request.Query["tag"].Select(TagName.Of).ToList();
        if (tags.Count > MostNamed || tags.Contains(null))
        {
            return (null, Problem.Invalid("tag", $"Name up to {MostNamed} tags of 1 to {TagName.MaxLength} characters, each as tag=name."));
        }

        var (standing, refusal) = Standing(request);
        return refusal is null ? (new(id.Length > 0 ? id : null, email, [.. segments, .. tags.Select(tag => TagAudience.Of(tag!))], standing!), null) : (null, refusal);
    }

    private static (StandingFilter? Filter, IResult? Refusal) Standing(HttpRequest request)
    {
        foreach (var name in (string[])["recency", "frequency", "monetary"])
        {
            if (request.Query.ContainsKey(name) && Range(request, name) is null)
            {
                return (null, Problem.Invalid(name, $"Write a score of 1 to {BestScore}, or a range such as 4-5."));
            }
        }

        if (request.Query.ContainsKey("valueIndex") && Range(request, "valueIndex", 0, BestIndex) is null)
        {
            return (null, Problem.Invalid("valueIndex", $"Write a value index of 0 to {BestIndex}, or a range such as 60-{BestIndex}."));
        }

        foreach (var (name, known) in new[] { ("scoreSegment", SegmentCatalog.Ten), ("stage", LifeCycle.Stages), ("risk", RiskBands.All), ("tier", ValueTiers.All) })
        {
            if (request.Query[name].Any(code => known.All(one => one.Code != code)))
            {
                return (null, Problem.Invalid(name, $"It is one of {string.Join(", ", known.Select(one => one.Code))}."));
            }
        }

        return (new()
        {
            Recency = Range(request, "recency"),
            Frequency = Range(request, "frequency"),
            Monetary = Range(request, "monetary"),
            Index = Range(request, "valueIndex", 0, BestIndex),
            Segments = [.. request.Query["scoreSegment"].OfType<string>()],
            Stages = [.. request.Query["stage"].OfType<string>()],
            Risks = [.. request.Query["risk"].OfType<string>()],
            Tiers = [.. request.Query["tier"].OfType<string>()],
        }, null);
    }

    private static ScoreRange? Range(HttpRequest request, string name, int least = 1, int most = BestScore) => request.Query[name] is [{ } text] ? ScoreRange.Parse(text, least, most) : null;
}
