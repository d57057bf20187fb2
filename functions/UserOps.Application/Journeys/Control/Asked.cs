using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using UserOps.Application.Http;
using UserOps.Application.Journeys.Jobs;
using UserOps.Application.Scoring;
using UserOps.Application.Segments;
using UserOps.Application.Segments.Audiences;
using UserOps.Domain;
using UserOps.Domain.Journeys;
using UserOps.Domain.Scoring;
using UserOps.Domain.Segments;

namespace UserOps.Application.Journeys.Control;

/// <summary>What requests about running journeys have in common: the journey, the body, the name that the caller gave the request.</summary>
internal static class Asked
{
    private const string KeyHeader = "Idempotency-Key";
    private const int LongestKey = 200;

    public static string Journey(HttpRequest request) => request.RouteValues["key"] is string key && JourneyKeys.IsKey(key) ? key : "";

    public static IResult NoJourney() => Problem.NotFound("There is no such journey; GET /api/journeys lists them.");

    public static IResult Answer<T>(T value, int status = StatusCodes.Status200OK) => Results.Json(value, JourneyJson.Readable, statusCode: status);

    /// <summary>202 and where to follow it.</summary>
    public static IResult Accepted<T>(HttpRequest request, JourneyJob job, T value)
    {
        request.HttpContext.Response.Headers.Location = "/api/journeys/jobs/" + job.Id;
        return Answer(value, StatusCodes.Status202Accepted);
    }

    public static IResult? KeyRefusal(HttpRequest request, bool required) => request.Headers[KeyHeader] switch
    {
        [{ Length: > 0 and <= LongestKey }] => null,
        [] when !required => null,
        [] => Problem.Invalid(KeyHeader, "Send a key of your own choice in the Idempotency-Key header, so that a repeated request starts nobody twice."),
        _ => Problem.Invalid(KeyHeader, $"The Idempotency-Key is one header of 1 to {LongestKey} characters."),
    };

    public static string? Key(HttpRequest request) => request.Headers[KeyHeader] is [{ Length: > 0 } key] ? key : null;

    /// <summary>Of all that makes a request another one.</summary>
    public static string HashOf(HttpRequest request, ReadOnlyMemory<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method}\n{request.Path}\n{request.QueryString}\n{request.ContentType}\n"));
        hash.AppendData(body.Span);
        return HashText.Encode(hash.GetHashAndReset());
    }

    /// <returns>The job that an earlier request with this key made, or the refusal of a key that was used for something else; neither: it is new.</returns>
    public static async Task<(JourneyJob? Job, IResult? Refusal)> EarlierAsync(HttpRequest request, string id, string hash)
    {
        var cancel = request.HttpContext.RequestAborted;
        if (await request.Use<JobRows>().FindAsync(id, cancel) is not var (job, _))
        {
            return (null, null);
        }

        if (job.Request != hash)
        {
            return (null, Problem.Of(409, "key-reused", "Another request was sent with this Idempotency-Key.", KeyHeader));
        }

        // Whoever made it may have died before its first turn was called.
        await request.Use<CreateJob>().GoAsync(job, cancel);
        return (job, null);
    }

    /// <summary>An empty body is the empty object.</summary>
    public static (T? Body, IResult? Refusal) Read<T>(ReadOnlyMemory<byte> bytes)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(bytes.IsEmpty ? "{}"u8 : bytes.Span, JourneyJson.Readable) is { } body ? (body, null) : (null, Problem.Invalid("body", "The body is null."));
        }
        catch (JsonException malformed)
        {
            return (null, Problem.Malformed(malformed));
        }
    }

    public static IResult? SegmentRefusal(SegmentName? segment) => segment switch
    {
        null => null,
        { Map: null } => SegmentKeys.IsKey(segment.Name) ? null : Problem.Invalid("segment.name", "Name a segment of your own, or a map and a segment of it, as in {\"map\":\"stage\",\"name\":\"dormant\"}."),
        _ => NamedSegments.Check(segment.Map, segment.Name) is var (field, what) ? Problem.Invalid($"segment.{field}", what) : null,
    };

    /// <summary>Keys of those who are in a segment now.</summary>
    public static async Task<(IAsyncEnumerable<string>? People, IResult? Refusal)> PeopleAsync(HttpRequest request, SegmentName segment)
    {
        var cancel = request.HttpContext.RequestAborted;
        if (segment.Map is null)
        {
            return (await request.Use<PublishedSegments>().ReadAsync(cancel)).Find(segment.Name!) is null
                ? (null, Problem.Invalid("segment.name", "There is no such published segment; GET /api/segments lists them."))
                : (request.Use<AudienceMembers>().RunAsync(segment.Name!, null, cancel).Select(member => member.UserKey), null);
        }

        return await request.Use<FindScores>().RunAsync(null, cancel) is { } scores ? (request.Use<PeopleOf>().RunAsync(scores, segment, cancel), null) : (null, NoScores());
    }

    private static IResult NoScores() => Problem.Of(409, "no-scores", "There are no published scores yet; POST /api/scoring/runs asks for some.", "segment");
}
