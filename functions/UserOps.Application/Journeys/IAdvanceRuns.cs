namespace UserOps.Application.Journeys;

/// <summary>
/// Takes a run as far as it goes now. Sets the alarm of a run that sleeps before it commits it, and clears the alarm that the run no longer relies on after, also where
/// the run ended or rests: drivers know of the alarms that they found due only.
/// </summary>
public interface IAdvanceRuns
{
    /// <returns><see cref="RunProgress.SleepUntil"/> names the instant of the run's own alarm.</returns>
    Task<RunProgress> RunAsync(string userKey, string runId, CancellationToken cancel);
}
