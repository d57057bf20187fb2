using UserOps.Application.Storage;

namespace UserOps.Application.Segments.Sweeps;

/// <summary>What a sweep does about people.</summary>
public interface ISweepWork
{
    /// <summary>Some of them, side by side. Those who break are counted as <see cref="SweepCounts.Failed"/> and hold up nobody else.</summary>
    Task<SweepCounts> RunAsync(IReadOnlyList<string> users, CancellationToken cancel);

    /// <summary>What it came to besides counts, to be committed in the partition of the sweep together with the place in the bucket.</summary>
    IReadOnlyList<Change> Kept => [];
}
