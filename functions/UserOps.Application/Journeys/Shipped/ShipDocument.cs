namespace UserOps.Application.Journeys.Shipped;

/// <summary>Saves and publishes one document that comes with UserOps, unless it is somebody's own work by now.</summary>
public abstract class ShipDocument
{
    /// <param name="revive">Whether to bring it back when it was archived.</param>
    public async Task<ShippedResult> RunAsync(string key, ReadOnlyMemory<byte> document, bool revive, CancellationToken cancel)
    {
        var tag = JourneyHead.TagOf(document.Span);
        var head = await FindAsync(key, cancel);
        var version = head is { Version: > 0 and var last } ? last : (int?)null;
        if (head is not null && head.Draft != tag && head.Draft != await MarkAsync(key, cancel))
        {
            return new(key, ShippedOutcome.Edited, version);
        }

        if (head is { State: JourneyState.Archived } && !revive)
        {
            return new(key, ShippedOutcome.Archived, version);
        }

        // Saved only in place of the draft that was looked at. What was written in between is kept.
        if (head?.Draft != tag && await SaveAsync(key, document, head?.Draft, cancel) is { } left)
        {
            return left with { Version = version };
        }

        await KeepAsync(key, tag, cancel);
        var result = await PublishAsync(key, tag, cancel);
        return result switch
        {
            { Outcome: ShippedOutcome.Unchanged } when head?.State != JourneyState.Published => result with { Outcome = ShippedOutcome.Published },
            { Version: null } => result with { Version = version },
            _ => result,
        };
    }

    /// <returns>Null: there is none of that key.</returns>
    protected abstract Task<ShippedHead?> FindAsync(string key, CancellationToken cancel);

    /// <summary>Hash of the draft that was saved here; null: none was.</summary>
    protected abstract Task<string?> MarkAsync(string key, CancellationToken cancel);

    protected abstract Task KeepAsync(string key, string tag, CancellationToken cancel);

    /// <param name="ifDraft">Tag of the draft that this one replaces; null: whichever there is.</param>
    /// <returns>Null: it is saved; else why not.</returns>
    protected abstract Task<ShippedResult?> SaveAsync(string key, ReadOnlyMemory<byte> document, string? ifDraft, CancellationToken cancel);

    /// <returns>Published and Unchanged with the version, else without.</returns>
    protected abstract Task<ShippedResult> PublishAsync(string key, string tag, CancellationToken cancel);
}
