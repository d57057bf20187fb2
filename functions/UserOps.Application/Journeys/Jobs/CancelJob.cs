namespace UserOps.Application.Journeys.Jobs;

/// <summary>Stops a job: what it has done stays done, the rest is left as it is.</summary>
public sealed class CancelJob(JobRows rows, TimeProvider clock)
{
    /// <returns>Null when there is no such job.</returns>
    public async Task<JourneyJob?> RunAsync(string id, CancellationToken cancel)
    {
        while (true)
        {
            if (await rows.FindAsync(id, cancel) is not var (job, etag))
            {
                return null;
            }

            var now = clock.GetUtcNow();
            var after = job with { State = JobState.Cancelled, FinishedAt = now, UpdatedAt = now };
            if (!job.IsRunning || await rows.ReplaceAsync(after, etag, cancel))
            {
                return job.IsRunning ? after : job;
            }
        }
    }
}
