namespace UserOps.Application.Scoring;

/// <summary>How a host learns that a run is wanted. A hint: the wanted run is a row, and is found without it.</summary>
public interface IScoringTrigger
{
    Task RequestedAsync(DateOnly asOf, CancellationToken cancel);
}
