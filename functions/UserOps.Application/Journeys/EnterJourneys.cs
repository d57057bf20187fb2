using UserOps.Application.Journeys.Running;
using UserOps.Application.Settings;
using UserOps.Application.Users;
using UserOps.Domain.Events;
using UserOps.Domain.Journeys;
using UserOps.Domain.Segments;

namespace UserOps.Application.Journeys;

/// <summary>Lets a person into the journeys that begin with an event of theirs.</summary>
public sealed class EnterJourneys(
    JourneyDoors doors, StartRun start, PersonInSight person, FindUser find, UserKeys keys, IWatchStarts watch, UserOpsSettings settings, TimeProvider clock)
{
    /// <summary>Source of orders that were imported from a file: they are history, and nobody is welcomed for it.</summary>
    private const string Import = "import";

    /// <param name="userKey">Whose partition the events were applied to; the person may have become somebody else since.</param>
    /// <param name="events">Of names that journeys begin with.</param>
    public async Task RunAsync(string userKey, IReadOnlyList<HeardNote> events, CancellationToken cancel)
    {
        var open = await doors.RunAsync(cancel);
        foreach (var note in events)
        {
            if (!open.TryGetValue(note.Name, out var behind) || await EventAsync(userKey, note.Row, cancel) is not { } said)
            {
                continue;
            }

            foreach (var version in behind.Where(version => Door.Fits(version.Journey.Entry, said)))
            {
                var request = new StartRequest(await ByWayOfAsync(userKey, said, cancel), version.Journey.Key, CauseOf(said), "event", note.Row, Seq: note.Seq, EventProperties: said.Properties);
                if (said.Source == PerformStep.Source)
                {
                    // Or two journeys could send a person round between them for ever; one that means to start another says so by a step.
                    watch.Note(request, new StartOutcome.Refused("own-event"));
                }
                else if (!IsNews(said))
                {
                    watch.Note(request, new StartOutcome.Refused("too-old"));
                }
                else if (!await IsMeantAsync(version.Journey, userKey, said, cancel))
                {
                    watch.Note(request, new StartOutcome.Refused("where"));
                }
                else
                {
                    await start.RunAsync(request, version, cancel);
                }
            }
        }
    }

    /// <summary>Senders who number what they send for each of their users give two of them the same number.</summary>
    private string CauseOf(UserEvent said) => said.Identity.Identifiers().FirstOrDefault() is { } named ? $"{said.Id}~{keys.Of(named)}" : said.Id.Value;

    /// <summary>
    /// An event that came again during a merge stands with whom the person became, while the run that it began is still on its way there: only from whom it names does one come past it.
    /// </summary>
    private async Task<string> ByWayOfAsync(string userKey, UserEvent said, CancellationToken cancel) =>
        said.Identity.Identifiers().FirstOrDefault() is { } named && keys.Of(named) is var key && key != userKey
            && await find.RunAsync(key, cancel) is { Draining.Count: > 0 } by && by.Key == (await find.RunAsync(userKey, cancel)).Key
            ? key
            : userKey;

    /// <summary>A merge writes an event where it goes before it deletes it where it was, so that whoever looks in that order does not miss it.</summary>
    private async Task<UserEvent?> EventAsync(string userKey, string row, CancellationToken cancel)
    {
        for (var key = userKey; ;)
        {
            if (await person.EventAsync(key, row, cancel) is { } said)
            {
                return said;
            }

            if (await find.MovedAsync(key, cancel) is not { } next)
            {
                return null;
            }

            key = next;
        }
    }

    /// <summary>What comes very late was for another day: a webhook that was put right after weeks greets nobody.</summary>
    private bool IsNews(UserEvent said) => (said.Source != Import || settings.Journeys.ImportsLetIn) && said.OccurredAt >= clock.GetUtcNow() - settings.Journeys.EntryWithin;

    private async Task<bool> IsMeantAsync(JourneyDefinition journey, string userKey, UserEvent said, CancellationToken cancel)
    {
        if (journey.Entry is not Entry.OnEvent { Where: { } where })
        {
            return true;
        }

        if ((await find.RunAsync(userKey, cancel)).Holder is not Holder.Here { Profile: var profile })
        {
            return false;
        }

        var facts = await person.RunAsync(profile, Mentions.Of(where), null, null, clock.GetUtcNow(), cancel);
        return ConditionEvaluator.Evaluate(where, facts with { EventProperties = said.Properties }).Holds;
    }
}
