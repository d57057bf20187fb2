using Microsoft.AspNetCore.Http;
using UserOps.Application.Http;
using UserOps.Application.Journeys.Jobs;
using UserOps.Application.Journeys.Running;
using UserOps.Application.Journeys.Watching;
using UserOps.Domain.Journeys;

namespace UserOps.Application.Journeys.Control;

public static class ControlHandlers
{
    public static Task<IResult> PauseRunAsync(HttpRequest request) => ChangeRunAsync(request, RunChange.Pause);

    public static Task<IResult> ResumeRunAsync(HttpRequest request) => ChangeRunAsync(request, RunChange.Resume);

    public static Task<IResult> CancelRunAsync(HttpRequest request) => ChangeRunAsync(request, RunChange.Cancel);

    /// <summary>200 with the journey, which rests at once; 202 with a job for a segment.</summary>
    public static Task<IResult> PauseJourneyAsync(HttpRequest request) => ForJourneyAsync(request, JobKind.Pause, async (key, cancel) =>
        await request.Use<PauseJourney>().RunAsync(key, cancel) is { } head ? Asked.Answer(head) : Asked.NoJourney());

    /// <summary>202 with the job that wakes everybody up.</summary>
    public static Task<IResult> ResumeJourneyAsync(HttpRequest request) => ForJourneyAsync(request, JobKind.Resume, async (key, cancel) =>
        await request.Use<ControlJourney>().ResumeAsync(key, cancel) is { } job ? Asked.Accepted(request, job, JobView.Of(job)) : Asked.NoJourney());

    /// <summary>202 with the job.</summary>
    public static Task<IResult> CancelJourneyAsync(HttpRequest request) => ForJourneyAsync(request, JobKind.Cancel, whole: null);

    /// <summary>202 with counts and the job; 200 with the counts alone for a dry run; 422 while somebody would have no place to go to.</summary>
    public static async Task<IResult> MigrateAsync(HttpRequest request)
    {
        var (key, cancel) = (Asked.Journey(request), request.HttpContext.RequestAborted);
        using var bytes = await Body.ReadAsync(request);
        var (body, refusal) = Asked.Read<MigrationBody>(bytes.Memory);
        if ((refusal ?? Asked.KeyRefusal(request, required: false)) is { } wrong)
        {
            return wrong;
        }

        var plan = new MigrationPlan(body!.From, body.To, body.Mapping ?? new Dictionary<string, string>());
        if (plan.From == plan.To)
        {
            return Problem.Invalid("to", "Name another version than the one that people are in.");
        }

        if (plan.Mapping.FirstOrDefault(pair => pair.Value is null) is { Key: { } empty })
        {
            return Problem.Invalid($"mapping.{empty}", "Name a step of the new version, or \"end\".");
        }

        if (await request.Use<PlanMigration>().PreviewAsync(key.Length == 0 ? "-" : key, plan, cancel) is not { } preview)
        {
            return Problem.NotFound("There is no such journey, or not with these versions; GET /api/journeys/{key} lists them.");
        }

        if (preview.Mistakes.Count > 0)
        {
            return Problem.Mistaken(
                422, "invalid-mapping", "The mapping leaves people without a place; nobody was moved.", [.. preview.Mistakes.Select(mistake => mistake with { At = "/mapping" + mistake.At })]);
        }

        if (body.DryRun)
        {
            return Asked.Answer(ViewOf(plan, preview, null));
        }

        var (id, hash) = (CreateJob.IdOf(JobKind.Migrate, key, Asked.Key(request)), Asked.HashOf(request, bytes.Memory));
        var (earlier, reused) = await Asked.EarlierAsync(request, id, hash);
        if (reused is not null)
        {
            return reused;
        }

        var job = earlier ?? await request.Use<PlanMigration>().RunAsync(id, hash, key, plan, cancel);
        return Asked.Accepted(request, job, ViewOf(plan, preview, job));
    }

    private static JourneyMigrationView ViewOf(MigrationPlan plan, MigrationPreview preview, JourneyJob? job) =>
        new(plan.From, plan.To, preview.Staying, preview.Moving, preview.Ending, preview.Moves, job is null ? null : JobView.Of(job));

    private static async Task<IResult> ChangeRunAsync(HttpRequest request, RunChange change)
    {
        var (key, cancel) = (Asked.Journey(request), request.HttpContext.RequestAborted);
        return key.Length > 0 && request.RouteValues["run"] is string id && JobRows.IsId(id)
            && await request.Use<RunSummaries>().FindAsync(key, id, cancel) is { UserKey: var user }
            && await request.Use<ControlRun>().RunAsync(user, id, change, cancel) is { Run: { } run }
                ? Asked.Answer(JourneyRunView.Of(run, user))
                : WatchHandlers.NoRun();
    }

    /// <param name="whole">What is done where no segment is named; null: the same as with one, for everybody inside.</param>
    private static async Task<IResult> ForJourneyAsync(HttpRequest request, JobKind kind, Func<string, CancellationToken, Task<IResult>>? whole)
    {
        var (key, cancel) = (Asked.Journey(request), request.HttpContext.RequestAborted);
        using var bytes = await Body.ReadAsync(request);
        var (body, refusal) = Asked.Read<SegmentBody>(bytes.Memory);
        if ((refusal ?? Asked.SegmentRefusal(body!.Segment) ?? Asked.KeyRefusal(request, required: false)) is { } wrong)
        {
            return wrong;
        }

        if (key.Length == 0 || await request.Use<JourneyRows>().FindAsync(key, cancel) is null)
        {
            return Asked.NoJourney();
        }

        if (body!.Segment is null && whole is not null)
        {
            return await whole(key, cancel);
        }

        var (id, hash) = (CreateJob.IdOf(kind, key, Asked.Key(request)), Asked.HashOf(request, bytes.Memory));
        var (earlier, reused) = await Asked.EarlierAsync(request, id, hash);
        if (reused is not null)
        {
            return reused;
        }

        var (people, unread) = earlier is null && body.Segment is { } segment ? await Asked.PeopleAsync(request, segment) : default;
        if (unread is not null)
        {
            return unread;
        }

        var draft = new JourneyJob { Id = id, Kind = kind, Journey = key, Request = hash, CreatedAt = request.Use<TimeProvider>().GetUtcNow(), Segment = body.Segment?.ToString() };
        var job = earlier ?? await request.Use<ControlJourney>().RunAsync(draft, people, cancel);
        return Asked.Accepted(request, job, JobView.Of(job));
    }
}
