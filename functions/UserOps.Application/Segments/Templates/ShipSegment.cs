using UserOps.Application.Journeys;
using UserOps.Application.Journeys.Shipped;
using UserOps.Domain;

namespace UserOps.Application.Segments.Templates;

/// <summary>Saves and publishes one segment template, unless it is somebody's own work by now.</summary>
public sealed class ShipSegment(SegmentRows rows, ShippedRows marks, SaveSegment save, PublishSegment publish) : ShipDocument
{
    protected override async Task<ShippedHead?> FindAsync(string key, CancellationToken cancel) => await rows.FindAsync(key, cancel) is var (head, _)
        ? new(head.Draft, head.State switch { SegmentState.Draft => JourneyState.Draft, SegmentState.Published => JourneyState.Published, _ => JourneyState.Archived }, head.Version)
        : null;

    protected override Task<string?> MarkAsync(string key, CancellationToken cancel) => marks.SegmentAsync(key, cancel);

    protected override Task KeepAsync(string key, string tag, CancellationToken cancel) => marks.KeepSegmentAsync(key, tag, cancel);

    protected override async Task<ShippedResult?> SaveAsync(string key, ReadOnlyMemory<byte> document, string? ifDraft, CancellationToken cancel) =>
        await save.RunAsync(key, document, ifDraft, cancel) switch
        {
            SegmentSaved.Overtaken => new(key, ShippedOutcome.Edited, null),
            SegmentSaved.Full { Reason: var reason } => Full(key, reason),
            _ => null,
        };

    protected override async Task<ShippedResult> PublishAsync(string key, string tag, CancellationToken cancel) => await publish.RunAsync(key, tag, cancel) switch
    {
        SegmentPublished.Done { Segment: var segment, New: var isNew } => new(key, isNew ? ShippedOutcome.Published : ShippedOutcome.Unchanged, segment.Version),
        SegmentPublished.Refused { Mistakes: var mistakes } => new(key, ShippedOutcome.Refused, null, mistakes),
        SegmentPublished.Full { Reason: var reason } => Full(key, reason),
        _ => new(key, ShippedOutcome.Edited, null),
    };

    private static ShippedResult Full(string key, string reason) => new(key, ShippedOutcome.Refused, null, [new Mistake("", reason)]);
}
