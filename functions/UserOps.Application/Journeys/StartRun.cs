using UserOps.Application.Journeys.Running;
using UserOps.Application.Settings;
using UserOps.Application.Storage;
using UserOps.Application.Users;
using UserOps.Domain.Journeys;
using UserOps.Domain.Messages;
using UserOps.Domain.Segments;
using UserOps.Domain.Users;
using NodaTime;

namespace UserOps.Application.Journeys;

/// <summary>Lets a person into the published version of a journey. Once for a cause, however often it is called.</summary>
public sealed class StartRun(
    ITableStore tables, FindUser find, FindJourney findJourney, JourneyRows journeys, JourneyRunRows runs, PersonInSight person, IRunDriver driver, IWatchStarts watch,
    UserOpsSettings settings, TimeProvider clock)
{
    /// <summary>Journeys that one after the other start the next within <see cref="LongEnough"/>.</summary>
    public const int MaxDepth = 10;

    public static readonly TimeSpan LongEnough = TimeSpan.FromHours(1);

    private const int MaxTries = 20;

    public async Task<StartOutcome> RunAsync(StartRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (await journeys.FindAsync(request.Journey, cancel) is { Head: { State: JourneyState.Published, PausedAt: null } head }
            && await findJourney.RunAsync(head.Key, head.Version, cancel) is { } version)
        {
            return await RunAsync(request, version, cancel);
        }

        var refused = new StartOutcome.Refused("not-published");
        watch.Note(request, refused);
        return refused;
    }

    /// <param name="version">The one that people come into now.</param>
    public async Task<StartOutcome> RunAsync(StartRequest request, JourneyVersion version, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var outcome = await StartAsync(request, version, cancel);
        watch.Note(request, outcome);
        return outcome;
    }

    private async Task<StartOutcome> StartAsync(StartRequest request, JourneyVersion version, CancellationToken cancel)
    {
        var journey = version.Journey;
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            var user = await find.RunAsync(request.UserKey, cancel);
            if (user.Holder is not Holder.Here { Profile: var profile })
            {
                return new StartOutcome.Refused("no-user");
            }

            var id = journey.ReEntry is ReEntry.Never ? RunId.Once(journey.Key, user.Key) : RunId.Of(journey.Key, request.Cause);
            if (profile.Journeys?.FirstOrDefault(one => one.Run == id) is { } known)
            {
                // Whoever began it may have died before the run was woken up.
                return known.IsActive ? await WokenAsync(user.Key, id, now: false, cancel) : new StartOutcome.Started(id, Now: false);
            }

            if (await OnItsWayAsync(user, journey, id, cancel) is { } arriving)
            {
                return arriving;
            }

            // The profile may have been read before another worker began it, or have forgotten it after many journeys; the run's own row does not.
            if (await runs.FindAsync(user.Key, id, cancel) is { Run.State: var state })
            {
                return state != RunState.Ended ? await WokenAsync(user.Key, id, now: false, cancel)
                    : journey.ReEntry is ReEntry.Never ? new StartOutcome.Refused("re-entry")
                    : new StartOutcome.Started(id, Now: false);
            }

            var now = clock.GetUtcNow();
            if (await RefusalAsync(request, journey, profile, now, cancel) is { } reason)
            {
                return new StartOutcome.Refused(reason);
            }

            // More may have been applied since, together with it or while it waited for its turn.
            var behind = request.Seq < profile.Seq && journey.Steps[0] is Step.WaitForEvent;
            var run = JourneyMachine.Begin(journey, version.Version, id, user.Key, now, profile.Seq, request.EventRow) with { Rev = 1, Cause = request.How, Variables = request.Variables, Depth = request.Depth };
            var inside = new Participation { Run = id, Journey = journey.Key, StartedAt = now, HeldOut = run.HoldOut, Listens = Listening.Of(journey), Missed = behind };
            var after = profile with { Rev = profile.Rev + 1, Journeys = Participations.With(profile.Journeys, inside) };
            Change[] changes = [new Change.Replace(HolderRow.Write(after), user.ETag!) { Key = UserRow.Profile }, JourneyRunRows.Insert(run)];
            if (await tables.CommitAsync(user.Key, changes, cancel) is CommitResult.Committed)
            {
                return await WokenAsync(user.Key, id, now: true, cancel);
            }
        }

        throw new TimeoutException($"A user's partition was written by others {MaxTries} times in a row.");
    }

    private async Task<StartOutcome> WokenAsync(string userKey, string id, bool now, CancellationToken cancel)
    {
        await driver.WakeAsync(userKey, id, cancel);
        return new StartOutcome.Started(id, now);
    }

    /// <summary>
    /// Of somebody who is just becoming this user the profile says nothing yet; the merge brings the run here and wakes it up. None can begin there any more, and what arrives
    /// meanwhile changes the profile's ETag.
    /// </summary>
    private async Task<StartOutcome?> OnItsWayAsync(UserPartition user, JourneyDefinition journey, string id, CancellationToken cancel)
    {
        foreach (var former in user.Draining)
        {
            await foreach (var run in runs.OfUserAsync(former, cancel))
            {
                if (run.Journey == journey.Key && (run.Id == id || journey.ReEntry is ReEntry.Never))
                {
                    return new StartOutcome.Started(run.Id, Now: false);
                }

                if (run.Journey == journey.Key && run.State != RunState.Ended)
                {
                    return new StartOutcome.Refused("inside");
                }
            }
        }

        return null;
    }

    private async Task<string?> RefusalAsync(StartRequest request, JourneyDefinition journey, Profile profile, DateTimeOffset now, CancellationToken cancel)
    {
        var before = (profile.Journeys ?? []).Where(one => one.Journey == journey.Key).ToList();
        if (before.Exists(one => one.IsActive))
        {
            return "inside";
        }

        if (!MayEnter(journey.ReEntry, before, profile, now))
        {
            return "re-entry";
        }

        if ((profile.Journeys ?? []).Count(one => one.IsActive) >= Participations.MaxActive)
        {
            return "too-many";
        }

        if (request.Depth > MaxDepth)
        {
            return "too-deep";
        }

        if (journey.Audience is not { } audience)
        {
            return null;
        }

        var facts = await person.RunAsync(profile, Mentions.Of(audience), request.EventRow, null, now, cancel);
        return ConditionEvaluator.Evaluate(audience, facts with { EventProperties = request.EventProperties ?? facts.EventProperties }).Holds ? null : "audience";
    }

    private bool MayEnter(ReEntry policy, List<Participation> before, Profile profile, DateTimeOffset now) => policy switch
    {
        _ when before.Count == 0 => true,
        ReEntry.Never => false,
        ReEntry.After after => before.TrueForAll(one =>
            WaitClock.Later(Instant.FromDateTimeOffset(one.StartedAt).InZone(PersonZone.Of(profile, settings.Workspace.Zone)), after.Since) <= now),
        _ => true,
    };
}
