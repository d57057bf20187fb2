namespace UserOps.Application.Journeys.Jobs;

/// <summary>Gives a turn to jobs that have not moved for long: their message may never have been sent, or lies among the dead letters. Once too often does no harm.</summary>
public sealed class SweepJobs(JobRows rows, CreateJob create, TimeProvider clock)
{
    public static readonly TimeSpan Age = TimeSpan.FromHours(1);

    /// <returns>When to look again.</returns>
    public async Task<DateTimeOffset> RunOnceAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await foreach (var (id, since) in rows.OpenAsync(cancel))
        {
            if (await rows.FindAsync(id, cancel) is var (job, _))
            {
                if (!job.IsRunning)
                {
                    await rows.ClearAsync(id, null, cancel);
                    await rows.CloseAsync(id, cancel);
                }
                else if ((job.NotBefore > job.UpdatedAt ? job.NotBefore : job.UpdatedAt) < now - Age)
                {
                    await create.GoAsync(job, cancel);
                }
            }
            else if (since < now - Age)
            {
                // Whoever announced it died before it was made, and was answered nothing.
                await rows.ClearAsync(id, null, cancel);
                await rows.CloseAsync(id, cancel);
            }
        }

        return now + Age;
    }
}
