using UserOps.Application.Segments.Reviews;
using UserOps.Application.Storage;

namespace UserOps.Tests.Simulation;

/// <summary>Looks at the segments of those whose instant has come, as every host does; under some seeds by two at once.</summary>
internal sealed class ReviewWork(Simulation simulation) : IWork
{
    private static readonly TableKey[] Shards = [.. Enumerable.Range(0, TimedKeys.Shards).Select(new TimedKeys("due~").Shard)];

    private DateTimeOffset _notBefore = DateTimeOffset.MinValue;
    private int _running;

    /// <summary>Read past the processes, since that there is something to do is no fault's business.</summary>
    public DateTimeOffset? NextDue => _running < (simulation.TwoClocks ? 2 : 1) && First() is { } first ? first > _notBefore ? first : _notBefore : null;

    public bool Begin(SimulatedProcess process)
    {
        _running++;
        process.Start("reviews", async () => await process.Get<ReviewDueUsers>().RunOnceAsync(default), fault =>
        {
            _running--;
            _notBefore = simulation.Now + TimeSpan.FromSeconds(1);
            if (fault is not (null or PassingFaultException or ProcessEndedException))
            {
                simulation.Fail($"Looking at segments failed: {fault}");
            }
        });
        return true;
    }

    private DateTimeOffset? First()
    {
        var first = default(DateTimeOffset?);
        foreach (var shard in Shards)
        {
            if (simulation.Store.FirstKey(shard) is { } key && TimedKeys.Parse(key.Value) is var (at, _) && !(at >= first))
            {
                first = at;
            }
        }

        return first;
    }
}
