using UserOps.Application.Journeys.Running;
using UserOps.Application.Settings;
using UserOps.Domain.Events;
using UserOps.Domain.Journeys;
using UserOps.Domain.Segments;
using UserOps.Domain.Users;

namespace UserOps.Application.Journeys;

/// <summary>Lets a person into the journeys that begin with an event of theirs.</summary>
public sealed class EnterJourneys(JourneyDoors doors, StartRun start, PersonInSight person, IWatchStarts watch, UserOpsSettings settings, TimeProvider clock)
{
    /// <summary>Source of orders that were imported from a file: they are history, and nobody is welcomed for it.</summary>
    private const string Import = "import";

    /// <param name="events">Of names that journeys begin with.</param>
    public async Task RunAsync(Profile profile, IReadOnlyList<HeardNote> events, CancellationToken cancel)
    {
        var open = await doors.RunAsync(cancel);
        foreach (var note in events)
        {
            if (!open.TryGetValue(note.Name, out var behind) || await person.EventAsync(profile.Key, note.Row, cancel) is not { } said)
            {
                continue;
            }

            foreach (var version in behind.Where(version => Door.Fits(version.Journey.Entry, said)))
            {
                var request = new StartRequest(profile.Key, version.Journey.Key, said.Id.Value, "event", note.Row, Seq: note.Seq);
                if (!IsNews(said))
                {
                    watch.Note(request, new StartOutcome.Refused("too-old"));
                }
                else if (!await IsMeantAsync(version.Journey, profile, said, note.Row, cancel))
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

    /// <summary>What comes very late was for another day: a webhook that was put right after weeks greets nobody.</summary>
    private bool IsNews(UserEvent said) => (said.Source != Import || settings.Journeys.ImportsLetIn) && said.OccurredAt >= clock.GetUtcNow() - settings.Journeys.EntryWithin;

    private async Task<bool> IsMeantAsync(JourneyDefinition journey, Profile profile, UserEvent said, string row, CancellationToken cancel)
    {
        if (journey.Entry is not Entry.OnEvent { Where: { } where })
        {
            return true;
        }

        var facts = await person.RunAsync(profile, Mentions.Of(where), row, null, clock.GetUtcNow(), cancel);
        return ConditionEvaluator.Evaluate(where, facts).Holds;
    }
}
