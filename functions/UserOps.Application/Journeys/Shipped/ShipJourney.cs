namespace UserOps.Application.Journeys.Shipped;

/// <summary>Saves and publishes one shipped journey, unless it is somebody's own work by now.</summary>
public sealed class ShipJourney(JourneyRows rows, ShippedRows marks, SaveJourney save, PublishJourney publish) : ShipDocument
{
    protected override async Task<ShippedHead?> FindAsync(string key, CancellationToken cancel) =>
        await rows.FindAsync(key, cancel) is var (head, _) ? new(head.Draft, head.State, head.Version) : null;

    protected override Task<string?> MarkAsync(string key, CancellationToken cancel) => marks.JourneyAsync(key, cancel);

    protected override Task KeepAsync(string key, string tag, CancellationToken cancel) => marks.KeepJourneyAsync(key, tag, cancel);

    protected override async Task<ShippedResult?> SaveAsync(string key, ReadOnlyMemory<byte> document, string? ifDraft, CancellationToken cancel) =>
        await save.RunAsync(key, document, ifDraft, cancel) is JourneySaved.Overtaken ? new(key, ShippedOutcome.Edited, null) : null;

    protected override async Task<ShippedResult> PublishAsync(string key, string tag, CancellationToken cancel) => await publish.RunAsync(key, tag, cancel) switch
    {
        JourneyPublished.Done { Journey: var journey, New: var isNew } => new(key, isNew ? ShippedOutcome.Published : ShippedOutcome.Unchanged, journey.Version),
        JourneyPublished.Refused { Mistakes: var mistakes } => new(key, ShippedOutcome.Refused, null, mistakes),
        _ => new(key, ShippedOutcome.Edited, null),
    };
}
