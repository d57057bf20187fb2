namespace UserOps.Application.Journeys;

/// <summary>The alarm clock of runs. Whatever it does twice, late or for nothing does no harm: <c>AdvanceRun</c> goes by the run's row.</summary>
public interface IRunDriver
{
    /// <summary>Has the run advanced soon; returns once that can't be lost.</summary>
    Task WakeAsync(string userKey, string runId, CancellationToken cancel);
}
