namespace UserOps.Functions.Scoring;

/// <summary>What an activity tells: counters only, the rest is in rows.</summary>
/// <param name="Count">Users seen; of the merge, the bins of money that the second pass looks at.</param>
/// <param name="Stop">The run is done already, or somebody else has it: there is nothing more to do.</param>
public sealed record StepResult(long Count, bool Stop = false)
{
    internal static readonly StepResult Stopped = new(0, Stop: true);
}
