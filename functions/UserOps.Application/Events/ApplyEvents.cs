using UserOps.Application.Orders;
using UserOps.Application.Recommendations;
using UserOps.Application.Users;
using UserOps.Domain.Events;

namespace UserOps.Application.Events;

/// <summary>Sorts events by the user they name and applies each user's; those that name only an order go by the order.</summary>
public sealed class ApplyEvents(ApplyToUser apply, ApplyToOrder applyToOrder, NoteProducts note, UserKeys keys) : IApplyEvents
{
    /// <summary>Enough to let the store gather commits, few enough to bound memory.</summary>
    private const int Parallelism = 64;

    public Task<ApplyCounts> RunAsync(IReadOnlyList<UserEvent> events, CancellationToken cancel) =>
        RunAsync(events.Select(IncomingEvent.Of), cancel);

    public async Task<ApplyCounts> RunAsync(IEnumerable<IncomingEvent> incoming, CancellationToken cancel)
    {
        IReadOnlyCollection<IncomingEvent> events = [.. incoming];
        await note.RunAsync(events.Select(said => said.Event), cancel);
        var tasks = new List<(string? Partition, IEnumerable<IncomingEvent> Events)>();
        foreach (var group in events.GroupBy(said => said.Event.Identity.Identifiers().FirstOrDefault()))
        {
            tasks.Add((group.Key is { } identifier ? keys.Of(identifier) : null, group));
        }

        return await ForAllAsync(tasks, task => task.Partition is { } partition
            ? apply.RunAsync(partition, task.Events, cancel)
            : applyToOrder.RunAsync([.. task.Events], cancel), cancel);
    }

    /// <summary>Applies events to users whose partition is known.</summary>
    public async Task<ApplyCounts> RunAsync(IEnumerable<(string UserKey, IncomingEvent Event)> addressed, CancellationToken cancel)
    {
        IReadOnlyCollection<(string UserKey, IncomingEvent Event)> events = [.. addressed];
        await note.RunAsync(events.Select(said => said.Event.Event), cancel);
        return await ForAllAsync(events.GroupBy(a => a.UserKey), group => apply.RunAsync(group.Key, group.Select(a => a.Event), cancel), cancel);
    }

    // One user's failure must not hold up the others of the message: all are tried, then the first failure is thrown.
    private static async Task<ApplyCounts> ForAllAsync<T>(IEnumerable<T> items, Func<T, Task<ApplyCounts>> run, CancellationToken cancel)
    {
        using var gate = new SemaphoreSlim(Parallelism);
        var counts = await Task.WhenAll(items.Select(async item =>
        {
            await gate.WaitAsync(cancel);
            try
            {
                return await run(item);
            }
            finally
            {
                gate.Release();
            }
        }));
        return counts.Aggregate(default(ApplyCounts), (sum, one) => sum + one);
    }
}
