namespace UserOps.Application.Journeys;

/// <summary>Nobody comes in any more; people inside go on.</summary>
public sealed class ArchiveJourney(JourneyRows rows, JourneyDoors doors, TimeProvider time)
{
    /// <returns>Null when there is no such journey.</returns>
    public async Task<JourneyHead?> RunAsync(string key, CancellationToken cancel)
    {
        while (true)
        {
            if (await rows.FindAsync(key, cancel) is not { } found)
            {
                return null;
            }

            var (head, etag) = found;
            var after = head with { State = JourneyState.Archived, ArchivedAt = time.GetUtcNow() };
            if (head.State == JourneyState.Archived || await rows.WriteAsync(after, etag, null, null, cancel))
            {
                doors.Forget();
                return head.State == JourneyState.Archived ? head : after;
            }
        }
    }
}
