namespace UserOps.Application.Segments.Sweeps;

/// <summary>Gives turns to sweeps that have not moved for long, makes those that were announced by a change and never made, and throws old answers away.</summary>
public sealed class ResumeSweeps(SweepRows rows, WantedSweep wanted, BackFill backFill, CreateSweep create, FinishSweep finish, TimeProvider clock)
{
    public static readonly TimeSpan Age = TimeSpan.FromHours(1);

    /// <summary>So long the answer to a question can be read.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <returns>When to look again.</returns>
    public async Task<DateTimeOffset> RunOnceAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await foreach (var (id, segment, since) in rows.OpenAsync(cancel))
        {
            if (await rows.FindAsync(id, cancel) is { } sweep)
            {
                await LookAsync(sweep, now, cancel);
            }
            else if (segment.Length > 0 && await wanted.RunAsync(segment, cancel) == id)
            {
                await backFill.RunAsync(id, segment, cancel);
            }
            else if (since < now - Age)
            {
                // Whoever announced it never committed the change.
                await rows.CloseAsync(id, cancel);
            }
        }

        return now + Age;
    }

    private async Task LookAsync(Sweep sweep, DateTimeOffset now, CancellationToken cancel)
    {
        var lanes = await rows.LanesAsync(sweep.Id, cancel);
        if (sweep.IsAnswer && sweep.CreatedAt < now - Kept)
        {
            await rows.ForgetAsync(sweep.Id, cancel);
            await rows.CloseAsync(sweep.Id, cancel);
        }
        else if (!sweep.IsAnswer && lanes.All(lane => lane.IsDone))
        {
            await finish.RunAsync(sweep, cancel);
        }
        else
        {
            await create.GoAsync(sweep, lanes.Where(lane => lane.UpdatedAt < now - Age), cancel);
        }
    }
}
