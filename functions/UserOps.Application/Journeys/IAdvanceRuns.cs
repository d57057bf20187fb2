namespace UserOps.Application.Journeys;

/// <summary>
/// Takes a run as far as it goes now. The alarm of a run that sleeps is set before the run is committed. The alarm before it is cleared only once another stands, or the
/// run has ended or rests: whoever is killed in between leaves one too many, never none.
/// </summary>
public interface IAdvanceRuns
{
    /// <returns><see cref="RunProgress.SleepUntil"/> names the instant of the run's own alarm.</returns>
    Task<RunProgress> RunAsync(string userKey, string runId, CancellationToken cancel);
}
