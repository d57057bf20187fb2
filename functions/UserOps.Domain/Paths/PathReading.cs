namespace UserOps.Domain.Paths;

/// <summary>What a question about paths amounts to.</summary>
public abstract record PathReading
{
    private PathReading()
    {
    }

    public sealed record Of(PathQuery Query) : PathReading;

    /// <param name="Mistakes">All of them, up to a hundred; at least one.</param>
    public sealed record Wrong(IReadOnlyList<Mistake> Mistakes) : PathReading;
}
