using UserOps.Application.Messages.Sending;
using UserOps.Application.Storage;
using UserOps.Application.Users;
using UserOps.Domain.Journeys;
using UserOps.Domain.Users;

namespace UserOps.Application.Journeys.Running;

/// <summary>
/// Takes the runs of somebody who became somebody else along, with what they sent. Where both are in the same journey the other's run goes on and this one ends. Every part may
/// be done twice.
/// </summary>
public sealed class CarryRuns(ITableStore tables, FindUser find, FindJourney findJourney, JourneyRunRows rows, IRunDriver driver, TimeProvider clock)
{
    private const string Inbox = "i~";
    private const string InboxMarkers = "im~";

    /// <summary>Rows that are copied as they are. The ledger comes before the runs that ask it.</summary>
    public static readonly IReadOnlyList<string> Copied = [MessageRow.Prefix, Inbox, InboxMarkers];

    /// <param name="loserKey">A redirect by now, so that nothing is claimed there any more; a run's own row may still be written by whoever read it before.</param>
    public async Task RunAsync(string loserKey, string winnerKey, CancellationToken cancel)
    {
        var winner = (await find.RunAsync(winnerKey, cancel)).Key;
        foreach (var prefix in Copied)
        {
            await foreach (var row in tables.RowsAsync(RowQuery.Prefix(loserKey, prefix), cancel))
            {
                // A conflict means that it is there.
                await tables.CommitAsync(winner, [new Change.Insert(row.Properties) { Key = row.Key }], cancel);
            }
        }

        foreach (var run in await rows.OfUserAsync(loserKey, cancel).Select(run => run.Id).ToListAsync(cancel))
        {
            while (await rows.FindAsync(loserKey, run, cancel) is var (left, etag))
            {
                if (await ArriveAsync(left, winner, cancel))
                {
                    await tables.CommitAsync(loserKey, [new Change.Delete(etag) { Key = JourneyRunRows.Key(run) }], cancel);
                }
            }
        }
    }

    /// <returns>False: the winner was written by somebody else.</returns>
    private async Task<bool> ArriveAsync(JourneyRun left, string winnerKey, CancellationToken cancel)
    {
        var user = await find.RunAsync(winnerKey, cancel);
        if (user.Holder is not Holder.Here { Profile: var profile })
        {
            // Erased: nothing is carried to where nobody is.
            return true;
        }

        var there = await rows.FindAsync(user.Key, left.Id, cancel);
        var inside = profile.Journeys?.Any(one => one.IsActive && one.Journey == left.Journey && one.Run != left.Id) == true;
        var run = inside ? JourneyMachine.Merge(left, clock.GetUtcNow()) : left;
        if (there is { Run: var known } && (known.Rev > left.Rev || known.State == RunState.Ended))
        {
            // Whoever carried it here may have died before it was woken up.
            await driver.WakeAsync(user.Key, left.Id, cancel);
            return true;
        }

        // The winner counts its events by itself.
        run = run with { Rev = left.Rev + 1, ReachedSeq = profile.Seq };
        var after = profile with { Rev = profile.Rev + 1, Journeys = await WithAsync(profile, run, cancel) };
        Change[] changes =
        [
            new Change.Replace(HolderRow.Write(after), user.ETag!) { Key = UserRow.Profile },
            there is { ETag: var etag } ? JourneyRunRows.Replace(run, etag) : JourneyRunRows.Insert(run),
        ];
        if (await tables.CommitAsync(user.Key, changes, cancel) is not CommitResult.Committed)
        {
            return false;
        }

        await driver.WakeAsync(user.Key, run.Id, cancel);
        return true;
    }

    private async Task<IReadOnlyList<Participation>> WithAsync(Profile profile, JourneyRun run, CancellationToken cancel)
    {
        var others = (profile.Journeys ?? []).Where(one => one.Run != run.Id).ToList();
        var listens = run.State != RunState.Ended && await findJourney.RunAsync(run.Journey, run.Version, cancel) is { Journey: var journey } ? Listening.Of(journey) : null;

        // What was noted for it went with the profile; missed means that it looks for itself.
        var one = new Participation { Run = run.Id, Journey = run.Journey, StartedAt = run.StartedAt, EndedAt = run.EndedAt, HeldOut = run.HoldOut, Listens = listens, Missed = listens is not null };
        return Participations.With(others, one);
    }
}
