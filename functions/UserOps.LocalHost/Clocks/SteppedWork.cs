namespace UserOps.LocalHost.Clocks;

/// <summary>All workers of the host, one round at a time and never two at once, so that whoever moves the clock finds everything due before done.</summary>
internal sealed class SteppedWork(IReadOnlyList<DueWork> works, VirtualClock clock, ClockLead lead) : IDisposable
{
    private const int MostRounds = 100_000;

    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Does what is due now.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            await DrainAsync(cancel);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Goes from one instant at which something is due to the next, up to and including <paramref name="target"/>.</summary>
    public async Task AdvanceToAsync(DateTimeOffset target, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            while (await DrainAsync(cancel) is { } due && due <= target)
            {
                await MoveAsync(due, cancel);
            }

            await MoveAsync(target, cancel);
            await DrainAsync(cancel);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    /// <summary>Stored before anything is done at the new time, since what is done may not be later than the clock after a restart.</summary>
    private async Task MoveAsync(DateTimeOffset instant, CancellationToken cancel)
    {
        clock.AdvanceTo(instant);
        await lead.SaveAsync(cancel);
    }

    /// <returns>When something is due next; null when nothing is.</returns>
    private async Task<DateTimeOffset?> DrainAsync(CancellationToken cancel)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            DateTimeOffset? earliest = null;
            foreach (var work in works)
            {
                var due = await work.RunOnceAsync(cancel);
                earliest = due < earliest || earliest is null ? due ?? earliest : earliest;
            }

            if (earliest is null || earliest > clock.GetUtcNow())
            {
                return earliest;
            }
        }

        throw new InvalidOperationException("The workers do not come to rest.");
    }
}
