namespace UserOps.Benchmarks;

/// <summary>Stands until it is moved.</summary>
internal sealed class MovedClock(DateTimeOffset start) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = start;

    public override DateTimeOffset GetUtcNow() => Now;
}
