namespace UserOps.Application.Journeys.Shipped;

/// <summary>Saves and publishes one shipped journey, unless it is somebody's own work by now.</summary>
public sealed class ShipJourney(JourneyRows rows, ShippedRows marks, SaveJourney save, PublishJourney publish)
{
    /// <param name="revive">Whether to bring it back when it was archived.</param>
    public async Task<ShippedResult> RunAsync(ShippedJourney shipped, bool revive, CancellationToken cancel)
    {
        var (key, tag) = (shipped.Key, JourneyHead.TagOf(shipped.Document.Span));
        var head = (await rows.FindAsync(key, cancel))?.Head;
        var version = head is { Version: > 0 and var last } ? last : (int?)null;
        if (head is not null && head.Draft != tag && head.Draft != await marks.JourneyAsync(key, cancel))
        {
            return new(key, ShippedOutcome.Edited, version);
        }

        if (head is { State: JourneyState.Archived } && !revive)
        {
            return new(key, ShippedOutcome.Archived, version);
        }

        // Saved only in place of the draft that was looked at. What was written in between is kept.
        if (head?.Draft != tag && await save.RunAsync(key, shipped.Document, head?.Draft, cancel) is JourneySaved.Overtaken)
        {
            return new(key, ShippedOutcome.Edited, version);
        }

        await marks.KeepJourneyAsync(key, tag, cancel);
        return await publish.RunAsync(key, tag, cancel) switch
        {
            JourneyPublished.Done { Journey: var journey, New: var isNew } =>
                new(key, isNew || head?.State != JourneyState.Published ? ShippedOutcome.Published : ShippedOutcome.Unchanged, journey.Version),
            JourneyPublished.Refused { Mistakes: var mistakes } => new(key, ShippedOutcome.Refused, version, mistakes),
            _ => new(key, ShippedOutcome.Edited, version),
        };
    }
}
