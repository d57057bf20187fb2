namespace UserOps.Application.Segments.Sweeps;

/// <summary>Has everybody looked at, since what segments there are has changed.</summary>
public sealed class BackFill(SweepRows rows, CreateSweep create, TimeProvider clock)
{
    /// <summary>
    /// Until all processes know of the change: whoever is looked at or commits an event before, by what was published before, is looked at by the back-fill after.
    /// </summary>
    public static readonly TimeSpan Wait = PublishedSegments.Freshness + TimeSpan.FromSeconds(5);

    /// <summary>To be called before the change is committed, which names the id.</summary>
    public async Task<string> AnnounceAsync(string segment, CancellationToken cancel)
    {
        var id = Sweep.NewId();
        await rows.AnnounceAsync(id, segment, clock.GetUtcNow(), cancel);
        return id;
    }

    /// <summary>To be called once the change is committed.</summary>
    public Task RunAsync(string id, string segment, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return create.RunAsync(new() { Id = id, Kind = SweepKind.BackFill, Segment = segment, CreatedAt = now, NotBefore = now + Wait }, cancel);
    }
}
