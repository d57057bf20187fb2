using Microsoft.AspNetCore.Http;
using UserOps.Application.Http;

namespace UserOps.Application.Journeys.Control;

/// <summary>Many people of a request: named one by one, as a file, or by a segment that they are in.</summary>
internal static class PeopleAsked
{
    public const int MostUsers = 1_000;

    /// <param name="csv">They come as a file.</param>
    /// <returns>Null: that can be read.</returns>
    public static IResult? Refusal(IReadOnlyList<string?>? users, SegmentName? segment, bool csv)
    {
        if (!csv && (users is null) == (segment is null))
        {
            return Problem.Invalid("users", "Name users or a segment, as in {\"users\":[\"42\"]} or {\"segment\":{\"map\":\"stage\",\"name\":\"dormant\"}} or {\"segment\":{\"name\":\"vips\"}} for one of your own; or send a file as text/csv.");
        }

        if (users is { Count: 0 or > MostUsers })
        {
            return Problem.Invalid("users", $"Name 1 to {MostUsers} users; more come as a file (text/csv) or a segment.");
        }

        foreach (var (i, id) in (users ?? []).Index())
        {
            if (string.IsNullOrWhiteSpace(id) || id.Length > 500)
            {
                return Problem.Invalid($"users[{i}]", "An identifier has 1 to 500 characters.");
            }
        }

        return Asked.SegmentRefusal(segment);
    }

    /// <param name="csv">The file; null: they come in the body.</param>
    public static async Task<(IAsyncEnumerable<string>? People, NamedPeople Named, IResult? Refusal)> ReadAsync(
        HttpRequest request, IReadOnlyList<string?>? users, SegmentName? segment, ReadOnlyMemory<byte>? csv)
    {
        var nobody = new NamedPeople([], [], 0);
        if (segment is not null)
        {
            var (inside, refusal) = await Asked.PeopleAsync(request, segment);
            return (inside, nobody, refusal);
        }

        var names = csv is { } file ? PeopleCsv.Read(file) : [.. users!.Index().Select(one => ($"/users/{one.Index}", (string?)one.Item!.Trim(), (string?)null))];
        if (names is null)
        {
            return (null, nobody, Problem.Invalid("body", "The first line of the file names its columns, one of which is user or email."));
        }

        var found = await request.Use<FindPeople>().RunAsync(names, request.HttpContext.RequestAborted);
        return (found.Keys.ToAsyncEnumerable(), found, null);
    }
}
