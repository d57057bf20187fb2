using UserOps.Application.Queues;

namespace UserOps.Application.Journeys.Jobs;

/// <summary>
/// One turn of a job: some of its people, then a message for the next turn. What a turn came to is committed with the place in the list; a message that comes twice, late or
/// after a crash finds that its turn is over, or does for the same people what was done for them.
/// </summary>
public sealed class RunJob(JobRows rows, JobItems items, IMessageQueue queue, TimeProvider clock)
{
    private const int Together = 16;

    /// <summary>With the waits between them, for a quarter of an hour; then the people it fails at are left out.</summary>
    private const int MostFailures = 6;

    private static readonly TimeSpan PausedFor = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(10);

    public async Task RunAsync(string id, int turn, CancellationToken cancel)
    {
        if (await rows.FindAsync(id, cancel) is not var (job, _))
        {
            return;
        }

        if (!job.IsRunning)
        {
            await FinishAsync(id, cancel);
        }
        else if (turn == job.Turn && !(job.NotBefore > clock.GetUtcNow()))
        {
            await TakeAsync(job, cancel);
        }
        else if (turn == job.Turn || turn == job.Turn - 1)
        {
            // Too early; or whoever took the turn may have died before it said that there is a next one.
            await queue.EnqueueAsync([JobMessage.Of(job, clock.GetUtcNow())], cancel);
        }
    }

    private async Task TakeAsync(JourneyJob job, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (await items.PrepareAsync(job, cancel) is not { } handle)
        {
            await NextAsync(job, known => known with { NotBefore = now + PausedFor }, cancel);
            return;
        }

        if (job.Audience is null)
        {
            var listed = await rows.WriteListAsync(job, items.PeopleOf(job, cancel), cancel);
            await NextAsync(job, known => known with { Audience = listed.Audience, Total = listed.Total }, cancel);
            return;
        }

        var part = job.Done < job.Total ? (await rows.PartAsync(job, job.Done / JobRows.Part, cancel))[(job.Done % JobRows.Part)..] : [];
        var counts = new Dictionary<string, int>(job.Outcomes, StringComparer.Ordinal);
        var (done, failures) = (0, job.Failures);
        foreach (var group in part.Take(SliceOf(job)).Chunk(Together))
        {
            var outcomes = await Task.WhenAll(group.Select(person => TryAsync(handle, person, cancel)));
            if (outcomes.Contains(null) && failures < MostFailures)
            {
                failures++;
                break;
            }

            failures = 0;
            done += group.Length;
            foreach (var outcome in outcomes)
            {
                counts[outcome ?? JobOutcomes.Failed] = counts.GetValueOrDefault(outcome ?? JobOutcomes.Failed) + 1;
            }
        }

        var wait = failures > 0 ? TimeSpan.FromSeconds(Math.Pow(3, failures)) : job.RatePerMinute is { } rate ? TimeSpan.FromMinutes((double)done / rate) : TimeSpan.Zero;
        await NextAsync(
            job,
            known => known with { Done = job.Done + done, Outcomes = counts, Failures = failures, NotBefore = wait > TimeSpan.Zero ? now + wait : null },
            cancel);
    }

    /// <returns>Null: it broke, which must not hold up everybody else.</returns>
    private static async Task<string?> TryAsync(Func<string, CancellationToken, Task<string>> handle, string person, CancellationToken cancel)
    {
        try
        {
            return await handle(person, cancel);
        }
#pragma warning disable CA1031 // Whatever it is, it is tried again and then counted.
        catch (Exception) when (!cancel.IsCancellationRequested)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    private async Task NextAsync(JourneyJob taken, Func<JourneyJob, JourneyJob> change, CancellationToken cancel)
    {
        while (true)
        {
            if (await rows.FindAsync(taken.Id, cancel) is not var (known, etag) || known.Turn != taken.Turn)
            {
                // Somebody else took the same turn, and says what comes next.
                return;
            }

            var now = clock.GetUtcNow();
            var after = change(known) with { Turn = known.Turn + 1, UpdatedAt = now };
            if (after is { IsRunning: true, Audience: not null } && after.Done == after.Total)
            {
                after = after with { State = JobState.Done, FinishedAt = now, NotBefore = null };
            }

            if (await rows.ReplaceAsync(after, etag, cancel))
            {
                await (after.IsRunning ? queue.EnqueueAsync([JobMessage.Of(after, now)], cancel) : FinishAsync(after.Id, cancel));
                return;
            }
        }
    }

    private async Task FinishAsync(string id, CancellationToken cancel)
    {
        await rows.ClearAsync(id, null, cancel);
        await rows.CloseAsync(id, cancel);
    }

    private static int SliceOf(JourneyJob job) =>
        job.RatePerMinute is { } rate ? (int)Math.Clamp(Math.Ceiling(rate * Slice.TotalMinutes), 1, JobRows.Part) : JobRows.Part;
}
