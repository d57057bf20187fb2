using Microsoft.AspNetCore.Http;
using UserOps.Application.Http;
using UserOps.Application.Journeys.Control;
using UserOps.Application.Segments.Audiences;
using UserOps.Application.Users;
using UserOps.Domain.Segments;

namespace UserOps.Application.Segments.Members;

public static class MemberHandlers
{
    private const int MostOnPage = 500;
    private const int MostNamed = 1_000;
    private const int Together = 16;

    /// <summary>Query: <c>limit</c> (1 to 500, else 100) and <c>from</c> (the <c>next</c> of the page before).</summary>
    public static async Task<IResult> ListAsync(HttpRequest request)
    {
        var cancel = request.HttpContext.RequestAborted;
        var (limit, text, refusal) = PageQuery.Read(request, MostOnPage, 100, "members");
        var from = text is null ? null : AudiencePlace.Parse(text);
        if (refusal is not null || (text is not null && from is null))
        {
            return refusal ?? Problem.Invalid("from", "This is none of the values that an earlier page named as next.");
        }

        if (!SegmentHandlers.TryKey(request, out var key) || await request.Use<SegmentRows>().FindAsync(key, cancel) is null)
        {
            return SegmentHandlers.Unknown();
        }

        var found = await request.Use<AudienceMembers>().RunAsync(key, from, cancel).Take(limit + 1).ToListAsync(cancel);
        var shown = found.Take(limit).ToList();
        var ids = await request.Use<IUserDirectory>().DisplayIdsAsync(shown.ConvertAll(member => member.UserKey), cancel);
        return SegmentHandlers.Answer(new MemberPage(
            [.. shown.Zip(ids, (member, id) => new MemberView(id, member.UserKey, member.Last.Since, member.Last.Version))],
            found.Count > limit ? AudiencePlace.Of(found[limit].UserKey).ToString() : null));
    }

    /// <summary>The file as it is read: a scan of 256 buckets for each segment that is named.</summary>
    public static async Task<IResult> ExportAsync(HttpRequest request)
    {
        if (!SegmentHandlers.TryKey(request, out var key))
        {
            return SegmentHandlers.Unknown();
        }

        var (query, refusal) = await MembersQuery.ReadAsync(request, key);
        var export = request.Use<ExportMembers>();
        return refusal ?? Results.Stream(stream => export.RunAsync(query!, stream, request.HttpContext.RequestAborted), "text/csv; charset=utf-8", $"{key}.csv");
    }

    /// <summary>
    /// Of a static segment: <c>{"add":[…],"remove":[…]}</c>; or a file as text/csv, or <c>{"from":{"segment":…}}</c> as a job (either with <c>?remove=true</c> to take them off). 409 for a
    /// dynamic one.
    /// </summary>
    public static async Task<IResult> ChangeAsync(HttpRequest request)
    {
        var cancel = request.HttpContext.RequestAborted;
        if (!SegmentHandlers.TryKey(request, out var key) || (await request.Use<PublishedSegments>().ReadAsync(cancel)).Find(key) is not { } list)
        {
            return SegmentHandlers.Unknown();
        }

        if (list.Kind != SegmentKind.Static)
        {
            return Problem.Of(409, "not-a-list", "Who is in a dynamic segment, its condition says; publish a static one to list people by hand.");
        }

        var (takesOff, unclear) = QueryOptions.Flag(request, "remove");
        if ((unclear ?? QueryOptions.Unknown(request, "remove", "sample", "seed")) is { } wrong)
        {
            return wrong;
        }

        using var bytes = await Body.ReadAsync(request);
        var csv = request.ContentType?.StartsWith("text/csv", StringComparison.OrdinalIgnoreCase) == true;
        var (body, malformed) = csv ? (new ListBody(), null) : Asked.Read<ListBody>(bytes.Memory);
        if (body?.From is { } from)
        {
            return body is { Add: null, Remove: null }
                ? await FillListHandler.RunAsync(request, list, from, !takesOff, bytes.Memory)
                : Problem.Invalid("from", "Name people or where they come from, not both.");
        }

        var (add, remove, refusal) = malformed is not null ? ([], [], malformed) : csv ? InFile(bytes.Memory, takesOff) : Named(body!);
        if (refusal is not null)
        {
            return refusal;
        }

        var (on, off) = (await request.Use<FindPeople>().RunAsync(add, cancel), await request.Use<FindPeople>().RunAsync(remove, cancel));
        return SegmentHandlers.Answer(new ListedView(
            await PutAsync(request, on.Keys, list, true), await PutAsync(request, off.Keys, list, false), on.Skipped + off.Skipped, [.. on.Mistakes, .. off.Mistakes]));
    }

    private static (IReadOnlyList<(string, string?, string?)> Add, IReadOnlyList<(string, string?, string?)> Remove, IResult? Refusal) InFile(ReadOnlyMemory<byte> bytes, bool off) =>
        PeopleCsv.Read(bytes) is not { } people ? ([], [], Problem.Invalid("body", "The first line of the file names its columns, one of which is user or email."))
            : off ? ([], people, null) : (people, [], null);

    private static (IReadOnlyList<(string, string?, string?)> Add, IReadOnlyList<(string, string?, string?)> Remove, IResult? Refusal) Named(ListBody body)
    {
        var (added, removed) = (body.Add ?? [], body.Remove ?? []);
        return added.Count + removed.Count is 0 or > MostNamed || added.Concat(removed).Any(id => string.IsNullOrWhiteSpace(id) || id.Length > 500)
            ? ([], [], Problem.Invalid("add", $"Name 1 to {MostNamed} users, as in {{\"add\":[\"42\"],\"remove\":[\"43\"]}}, or where they come from, as in {{\"from\":{{\"segment\":\"vips\"}}}}; more come as a file (text/csv)."))
            : (Places("add", added), Places("remove", removed), null);
    }

    private static IReadOnlyList<(string, string?, string?)> Places(string field, IReadOnlyList<string?> ids) => [.. ids.Index().Select(one => ($"/{field}/{one.Index}", (string?)one.Item!.Trim(), (string?)null))];

    private static async Task<int> PutAsync(HttpRequest request, IReadOnlyList<string> users, PublishedSegment list, bool on)
    {
        var changed = 0;
        foreach (var some in users.Chunk(Together))
        {
            changed += (await Task.WhenAll(some.Select(user => request.Use<PutOnList>().RunAsync(user, list, on, request.HttpContext.RequestAborted)))).Count(done => done);
        }

        return changed;
    }
}
