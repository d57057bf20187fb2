using Microsoft.AspNetCore.Http;
using UserOps.Application.Http;

namespace UserOps.Application.Segments.Members;

/// <summary>Whom a file of members is about: <c>or</c>, <c>and</c> and <c>minus</c> name other segments, as often as wanted; <c>sample</c> draws so many by a <c>seed</c>.</summary>
public sealed record MembersQuery(string Segment, IReadOnlyList<string> Or, IReadOnlyList<string> And, IReadOnlyList<string> Minus, int? Sample, string Seed)
{
    private const int MostOthers = 10;

    public static async Task<(MembersQuery? Query, IResult? Refusal)> ReadAsync(HttpRequest request, string key)
    {
        var published = await request.Use<PublishedSegments>().ReadAsync(request.HttpContext.RequestAborted);
        if (published.Find(key) is null)
        {
            return (null, SegmentHandlers.Unknown());
        }

        foreach (var name in (string[])["or", "and", "minus"])
        {
            var others = request.Query[name];
            if (others.Count > MostOthers || others.Any(other => other is null || published.Find(other) is null))
            {
                return (null, Problem.Invalid(name, $"Name up to {MostOthers} published segments, as in {name}=vips&{name}=staff."));
            }
        }

        var (sample, seed, refusal) = SampleQuery.Read(request);
        return refusal is not null ? (null, refusal) : (new(key, Named("or"), Named("and"), Named("minus"), sample, seed), null);

        IReadOnlyList<string> Named(string name) => [.. request.Query[name].OfType<string>()];
    }
}
