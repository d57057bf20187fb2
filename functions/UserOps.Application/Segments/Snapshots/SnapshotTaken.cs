namespace UserOps.Application.Segments.Snapshots;

/// <summary>How asking for a snapshot ended.</summary>
public abstract record SnapshotTaken
{
    private SnapshotTaken()
    {
    }

    /// <param name="Snapshot">Being taken, or as an earlier attempt of the same request left it.</param>
    public sealed record Accepted(Snapshot Snapshot) : SnapshotTaken;

    /// <summary>The idempotency key was sent with another name.</summary>
    public sealed record KeyReused : SnapshotTaken;

    /// <summary>The one of that key or name is being thrown away; once it is gone there can be another.</summary>
    public sealed record Going : SnapshotTaken;

    /// <summary>The segment has <see cref="SnapshotRows.Most"/>.</summary>
    public sealed record Full : SnapshotTaken;

    /// <summary>There is no such published segment.</summary>
    public sealed record Unknown : SnapshotTaken;
}
