using UserOps.Application.Queues;
using UserOps.Domain;

namespace UserOps.Application.Journeys.Jobs;

/// <summary>Makes a job: writes down whom it is about, then the job, then a message for its first turn.</summary>
public sealed class CreateJob(JobRows rows, IMessageQueue queue, TimeProvider clock)
{
    /// <param name="key">The caller's name for it; null: it is another one each time.</param>
    public static string IdOf(JobKind kind, string journey, string? key) => HashText.Of($"{kind}~{journey}~{(key is null ? "new" : "key")}", key ?? Guid.NewGuid().ToString("N"));

    /// <param name="draft">Without people.</param>
    /// <param name="people">As in <see cref="JobRows.WriteListAsync"/>; null: the job's first turn looks for them.</param>
    /// <returns>The job of that id: another one than the draft if there was one.</returns>
    public async Task<JourneyJob> RunAsync(JourneyJob draft, IAsyncEnumerable<string>? people, CancellationToken cancel)
    {
        await rows.AnnounceAsync(draft, cancel);
        var job = (people is null ? draft : await rows.WriteListAsync(draft, people, cancel)) with { UpdatedAt = clock.GetUtcNow() };
        if (!await rows.InsertAsync(job, cancel))
        {
            if (people is not null)
            {
                await rows.ClearAsync(job.Id, job.Audience, cancel);
            }

            job = (await rows.FindAsync(job.Id, cancel))!.Value.Job;
        }

        await GoAsync(job, cancel);
        return job;
    }

    /// <summary>Sees to it that the job has its turn; once too often does no harm.</summary>
    public async Task GoAsync(JourneyJob job, CancellationToken cancel)
    {
        if (job.IsRunning)
        {
            await queue.EnqueueAsync([JobMessage.Of(job, clock.GetUtcNow())], cancel);
        }
    }
}
