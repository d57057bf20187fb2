using Microsoft.AspNetCore.Http;
using UserOps.Application.Http;
using UserOps.Application.Settings;
using UserOps.Application.Users;
using UserOps.Domain.Journeys;

namespace UserOps.Application.Journeys.Simulation;

public static class SimulationHandlers
{
    private static readonly string[] OfRange =
    [
        "Channels' pace is not part of it: people are gone through one by one. Where a channel says overPace, some messages would go out later than here.",
        "Scores, suppressed addresses, templates and settings are those of today; messages of other journeys count for no cap.",
    ];

    private static readonly string[] OfPerson = ["Scores, templates and settings are those of today, and channels have no pace."];

    /// <summary>Body: <see cref="SimulationRequest"/>. 200 with figures or a way; 400 naming the field; 404; 409 while another one runs; 422 with the mistakes of the draft.</summary>
    public static async Task<IResult> SimulateAsync(HttpRequest request)
    {
        var cancel = request.HttpContext.RequestAborted;
        var key = request.RouteValues["key"] as string ?? "";
        var (wanted, refusal) = await Body.ReadJsonAsync<SimulationRequest>(request);
        if (refusal is not null)
        {
            return refusal;
        }

        var (version, draft, fault) = SimulationForm.ReadVersion(wanted!);
        if (fault is not null)
        {
            return Problem.Invalid(fault.Field, fault.What);
        }

        return !JourneyKeys.IsKey(key) ? UnknownJourney() : await request.Use<ChooseTrial>().RunAsync(key, version, draft, cancel) switch
        {
            Trial.Of trial => wanted!.User is { } user ? await PersonAsync(request, trial, wanted, user) : await RangeAsync(request, trial, wanted),
            Trial.Wrong { Mistakes: var mistakes } => Problem.Mistaken(422, "invalid-journey", "The draft has mistakes; nothing was tried.", mistakes),
            Trial.UnknownVersion => Problem.NotFound("There is no such version of this journey."),
            _ => UnknownJourney(),
        };
    }

    private static async Task<IResult> RangeAsync(HttpRequest request, Trial.Of trial, SimulationRequest wanted)
    {
        var (span, people, fault) = SimulationForm.ReadRange(wanted);
        if (fault is not null)
        {
            return Problem.Invalid(fault.Field, fault.What);
        }

        using var turn = request.Use<SimulationTurn>().TryTake();
        if (turn is null)
        {
            return Problem.Conflict("Another simulation is at work; one runs at a time.");
        }

        var figures = await request.Use<SimulateJourney>().RunAsync(trial.Version, span!, people!, request.HttpContext.RequestAborted);
        return Answer(new(trial.Version.Journey.Key, trial.Version.Version, trial.Draft, figures, null, OfRange));
    }

    private static async Task<IResult> PersonAsync(HttpRequest request, Trial.Of trial, SimulationRequest wanted, MadeUpUser user)
    {
        if (wanted is not { To: null, Horizon: null, Users: null, Sample: null, Seconds: null })
        {
            return Problem.Invalid("user", "to, horizon, users, sample and seconds are for a range of stored events; for a made-up user say until.");
        }

        var form = new MadeUpForm(request.Use<UserKeys>(), request.Use<UserOpsSettings>().Workspace.Currency);
        var (span, past, fault) = form.Read(user, wanted.From ?? request.Use<TimeProvider>().GetUtcNow(), wanted.Until);
        if (fault is not null)
        {
            return Problem.Invalid(fault.Field, fault.What);
        }

        var person = await request.Use<SimulateJourney>().RunAsync(trial.Version, span!, past!, request.HttpContext.RequestAborted);
        return Answer(new(trial.Version.Journey.Key, trial.Version.Version, trial.Draft, null, DescribeWay.Of(person, span!, trial.Version.Journey), OfPerson));
    }

    private static IResult Answer(SimulationView view) => Results.Json(view, JourneyJson.Readable);

    private static IResult UnknownJourney() => Problem.NotFound("There is no such journey; GET /api/journeys lists them.");
}
