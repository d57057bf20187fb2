namespace UserOps.Application.Scoring;

/// <summary>The run whose scores stand for a day.</summary>
public sealed class FindScores(RunRows runs)
{
    /// <param name="asOf">Null: the published day.</param>
    /// <returns>
    /// Null when there are none: the day was not scored, or its scores have been replaced by those of a later day (asking for the day again brings them back).
    /// </returns>
    public async Task<ScoringRun?> RunAsync(DateOnly? asOf, CancellationToken cancel)
    {
        var latest = await runs.LatestAsync(cancel);
        if ((asOf ?? latest) is not { } day || await runs.FindAsync(day, cancel) is not { } run)
        {
            return null;
        }

        // The published rows stand, whatever a new attempt at that day is doing to them; rows of an earlier day only once they are complete.
        return day == latest || (!run.Live && run.Status == RunStatus.Done) ? run : null;
    }
}
