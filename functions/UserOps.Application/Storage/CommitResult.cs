namespace UserOps.Application.Storage;

/// <summary>How a batch ended. A conflict is an expected outcome, so it is a value.</summary>
public abstract record CommitResult
{
    private CommitResult()
    {
    }

    /// <param name="ETags">By position of the change; null for a deletion.</param>
    public sealed record Committed(IReadOnlyList<string?> ETags) : CommitResult;

    /// <param name="Index">Position of the first change whose condition did not hold; nothing was written.</param>
    public sealed record Conflicted(int Index) : CommitResult;
}
