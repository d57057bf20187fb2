using UserOps.Application.Queues;

namespace UserOps.Application.Segments.Sweeps;

/// <summary>Makes a sweep that was announced, and calls its first turns. Twice does no harm.</summary>
public sealed class CreateSweep(SweepRows rows, IMessageQueue queue, TimeProvider clock)
{
    public async Task RunAsync(Sweep sweep, CancellationToken cancel)
    {
        await rows.InsertAsync(sweep, cancel);
        await GoAsync(sweep, await rows.LanesAsync(sweep.Id, cancel), cancel);
    }

    /// <summary>Calls the turns of one that is there; once too often does no harm.</summary>
    public async Task ResumeAsync(string id, CancellationToken cancel)
    {
        if (await rows.FindAsync(id, cancel) is { } sweep)
        {
            await GoAsync(sweep, await rows.LanesAsync(id, cancel), cancel);
        }
    }

    /// <summary>Announces and makes one whose answer somebody waits for.</summary>
    /// <param name="segment">Empty: it is about none.</param>
    public async Task<Sweep> AskAsync(SweepKind kind, string segment, string document, DateTimeOffset now, CancellationToken cancel)
    {
        var sweep = new Sweep { Id = Sweep.NewId(), Kind = kind, Segment = segment, CreatedAt = now, NotBefore = now, Document = document };
        await rows.AnnounceAsync(sweep.Id, segment, now, cancel);
        await RunAsync(sweep, cancel);
        return sweep;
    }

    /// <summary>Sees to it that these lanes have their turns.</summary>
    public Task GoAsync(Sweep sweep, IEnumerable<SweepLane> lanes, CancellationToken cancel)
    {
        var messages = lanes.Where(lane => !lane.IsDone).Select(lane => SweepMessage.Of(sweep, lane, clock.GetUtcNow())).ToList();
        return messages.Count > 0 ? queue.EnqueueAsync(messages, cancel) : Task.CompletedTask;
    }
}
