using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using UserOps.Application.Http;
using UserOps.Application.Journeys.Jobs;

namespace UserOps.Application.Journeys.Control;

public static class StartHandler
{
    private const int MostPerMinute = 1_000_000;
    private const int VariableBytes = 16 * 1024;

    /// <summary>
    /// 202 with the job; 200 for a dry run; 400 naming the field; 409 when the journey takes nobody in, messages would expire, or the idempotency key was used for something else.
    /// </summary>
    public static async Task<IResult> RunAsync(HttpRequest request)
    {
        var journey = Asked.Journey(request);
        if (journey.Length == 0)
        {
            return Asked.NoJourney();
        }

        using var bytes = await Body.ReadAsync(request);
        var csv = request.ContentType?.StartsWith("text/csv", StringComparison.OrdinalIgnoreCase) == true;
        var (body, refusal) = csv ? FromQuery(request) : Asked.Read<StartBody>(bytes.Memory);
        if ((refusal ?? (csv ? QueryOptions.Unknown(request, "ratePerMinute", "acceptExpiry", "dryRun") : QueryOptions.Unknown(request)) ?? Check(body!, csv)) is { } wrong)
        {
            return wrong;
        }

        if (Asked.KeyRefusal(request, required: !body!.DryRun && body.Users is not [_]) is { } keyless)
        {
            return keyless;
        }

        var (id, hash) = (CreateJob.IdOf(JobKind.Start, journey, Asked.Key(request)), Asked.HashOf(request, bytes.Memory));
        var (earlier, reused) = body.DryRun ? (null, null) : await Asked.EarlierAsync(request, id, hash);
        if (earlier is not null || reused is not null)
        {
            return reused ?? Asked.Accepted(request, earlier!, JobView.Of(earlier!));
        }

        var (people, named, unread) = await PeopleAsked.ReadAsync(request, body.Users, body.Segment, csv ? bytes.Memory : default(ReadOnlyMemory<byte>?));
        return unread ?? Answer(
            request,
            named,
            await request.Use<StartMany>().RunAsync(
                new(id, hash, journey, people!, body.Segment?.ToString(), named.Mistakes, named.Skipped, body.Variables, body.RatePerMinute, body.AcceptExpiry, body.DryRun),
                request.HttpContext.RequestAborted));
    }

    private static IResult Answer(HttpRequest request, NamedPeople named, BulkStarted outcome) => outcome switch
    {
        BulkStarted.Accepted { Job: var job } => Asked.Accepted(request, job, JobView.Of(job)),
        BulkStarted.Foretold { People: var people, Forecast: var forecast } => Asked.Answer(new ForetoldView(people, forecast, named.Skipped, named.Mistakes)),
        BulkStarted.WouldExpire { People: var people, Forecast: var forecast } => Problem.With(
            409,
            "would-expire",
            $"Of {people} people {forecast.Expiring} would get their first message too late, so that it is skipped. Send acceptExpiry: true to start all the same, or start fewer at a time.",
            new Dictionary<string, object?> { ["field"] = "acceptExpiry", ["people"] = people, ["expiring"] = forecast.Expiring, ["finishAt"] = forecast.FinishAt?.UtcDateTime }),
        BulkStarted.Closed { Reason: "paused" } => Problem.Of(409, "paused", "The journey is paused; resume it first."),
        BulkStarted.Closed => Problem.Of(409, "not-published", "The journey is not published, so that nobody can come in."),
        BulkStarted.Nobody => Problem.Mistaken(400, "nobody", "Nobody is meant by this request.", named.Mistakes),
        _ => Asked.NoJourney(),
    };

    private static (StartBody? Body, IResult? Refusal) FromQuery(HttpRequest request)
    {
        var rate = default(int?);
        if (request.Query["ratePerMinute"] is [{ } text])
        {
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return (null, RateRefusal());
            }

            rate = number;
        }

        var ((expiry, first), (dry, second)) = (QueryOptions.Flag(request, "acceptExpiry"), QueryOptions.Flag(request, "dryRun"));
        return (first ?? second) is { } refusal ? (null, refusal) : (new(RatePerMinute: rate, AcceptExpiry: expiry, DryRun: dry), null);
    }

    private static IResult? Check(StartBody body, bool csv)
    {
        if (PeopleAsked.Refusal(body.Users, body.Segment, csv) is { } wrong)
        {
            return wrong;
        }

        if (body.RatePerMinute is < 1 or > MostPerMinute)
        {
            return RateRefusal();
        }

        return body.Variables is { ValueKind: not (JsonValueKind.Object or JsonValueKind.Null) } || body.Variables?.GetRawText().Length > VariableBytes
            ? Problem.Invalid("variables", $"Variables are a JSON object of at most {VariableBytes} characters.")
            : null;
    }

    private static IResult RateRefusal() => Problem.Invalid("ratePerMinute", $"So many people come in a minute: 1 to {MostPerMinute}.");
}
