namespace UserOps.Application.Scoring;

/// <summary>How asking for a run ended.</summary>
public abstract record RunRequested
{
    private RunRequested()
    {
    }

    /// <param name="Joined">The day was wanted or at work already.</param>
    public sealed record Accepted(ScoringRun Run, bool Joined) : RunRequested;

    /// <param name="AsOf">The day to be scored, which a calibration has to end before.</param>
    public sealed record CalibratesTooLate(DateOnly AsOf) : RunRequested;

    /// <param name="Today">The last day that can be asked for.</param>
    public sealed record InFuture(DateOnly Today) : RunRequested;
}
