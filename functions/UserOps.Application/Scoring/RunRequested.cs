namespace UserOps.Application.Scoring;

/// <summary>How asking for a run ended.</summary>
public abstract record RunRequested
{
    private RunRequested()
    {
    }

    /// <param name="Joined">The day was wanted or at work already.</param>
    public sealed record Accepted(ScoringRun Run, bool Joined) : RunRequested;

    /// <param name="Today">The last day that can be asked for.</param>
    public sealed record InFuture(DateOnly Today) : RunRequested;
}
