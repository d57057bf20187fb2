using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using UserOps.Application.Http;
using UserOps.Application.Journeys.Control;
using UserOps.Application.Journeys.Jobs;
using UserOps.Application.Segments;
using UserOps.Application.Settings;
using UserOps.Domain.Tags;

namespace UserOps.Application.Tags.Many;

public static class TagManyHandler
{
    /// <summary>
    /// 202 with the job, which GET /api/journeys/jobs/{id} follows; 400 naming the field; 409 when the tag is retired or goes by a rule, or the idempotency key was used for
    /// something else. Of a file, <c>remove</c>, <c>value</c> and <c>until</c> stand in the query.
    /// </summary>
    public static async Task<IResult> RunAsync(HttpRequest request)
    {
        if (TagDefinitionHandlers.NameIn(request) is not { } name)
        {
            return Problem.Invalid("key", AddedTag.Form);
        }

        using var bytes = await Body.ReadAsync(request);
        var csv = request.ContentType?.StartsWith("text/csv", StringComparison.OrdinalIgnoreCase) == true;
        var tags = (await request.Use<PublishedSegments>().ReadAsync(request.HttpContext.RequestAborted)).Tags;
        var (body, refusal) = csv ? FromQuery(request, tags.Find(name)?.Definition?.ValueType == TagValueType.Number) : Asked.Read<TagManyBody>(bytes.Memory);
        if ((refusal ?? (csv ? QueryOptions.Unknown(request, "remove", "value", "until") : QueryOptions.Unknown(request)) ?? PeopleAsked.Refusal(body!.Users, body.Segment, csv) ?? Asked.KeyRefusal(request, required: false)) is { } wrong)
        {
            return wrong;
        }

        var (plan, mistaken) = PlanOf(name, body!, tags, request.Use<UserOpsSettings>());
        if (plan is null)
        {
            return mistaken!;
        }

        var (id, hash) = (CreateJob.IdOf(JobKind.Tag, TagAudience.Of(name), Asked.Key(request)), Asked.HashOf(request, bytes.Memory));
        var (earlier, reused) = await Asked.EarlierAsync(request, id, hash);
        if (earlier is not null || reused is not null)
        {
            return reused ?? Asked.Accepted(request, earlier!, JobView.Of(earlier!));
        }

        var (people, named, unread) = await PeopleAsked.ReadAsync(request, body!.Users, body.Segment, csv ? bytes.Memory : default(ReadOnlyMemory<byte>?));
        return unread ?? await CreateAsync(request, new()
        {
            Id = id,
            Kind = JobKind.Tag,
            Journey = "",
            Request = hash,
            CreatedAt = request.Use<TimeProvider>().GetUtcNow(),
            Segment = body.Segment?.ToString(),
            Tagging = plan,
            Mistakes = named.Mistakes,
            Skipped = named.Skipped,
        }, people!);
    }

    private static async Task<IResult> CreateAsync(HttpRequest request, JourneyJob draft, IAsyncEnumerable<string> people)
    {
        var job = await request.Use<CreateJob>().RunAsync(draft, people, request.HttpContext.RequestAborted);
        return Asked.Accepted(request, job, JobView.Of(job));
    }

    private static (TagPlan? Plan, IResult? Refusal) PlanOf(string name, TagManyBody body, TagSet tags, UserOpsSettings settings)
    {
        var defined = tags.Find(name);
        var from = defined?.Definition?.Source;
        if (body.Remove)
        {
            return AddedTag.RefusalOf(defined is { Retired: true } ? null : defined, "key") is { } rule ? (null, rule) : (new(name, false, null, from), null);
        }

        var (_, term, refusal) = AddedTag.Read(name, body.Value, body.Until, "key", "", tags, settings.Workspace.Zone);
        return refusal is null ? (new(name, true, term, from), null) : (null, refusal);
    }

    private static (TagManyBody? Body, IResult? Refusal) FromQuery(HttpRequest request, bool number)
    {
        var (remove, refusal) = QueryOptions.Flag(request, "remove");
        return refusal is not null ? (null, refusal) : (new(Remove: remove, Value: Json(request, "value", number), Until: Json(request, "until", false)), null);
    }

    private static JsonElement? Json(HttpRequest request, string name, bool number) => request.Query[name] is not [{ Length: > 0 } text] ? null
        : number && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? JsonSerializer.SerializeToElement(value)
        : JsonSerializer.SerializeToElement(text);
}
