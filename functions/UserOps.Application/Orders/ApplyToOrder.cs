using UserOps.Application.Events;
using UserOps.Application.Storage;
using UserOps.Application.Users;

namespace UserOps.Application.Orders;

/// <summary>
/// Applies events that name only their order. One that comes before its order is parked under it, and after parking the owner is looked for once more: whoever
/// indexes an order writes the owner first and then looks for parked events, so one of the two always meets the other.
/// </summary>
public sealed class ApplyToOrder(ITableStore store, ApplyToUser apply, ReleaseParked release, DrainOutbox drain)
{
    public async Task<ApplyCounts> RunAsync(IReadOnlyList<IncomingEvent> events, CancellationToken cancel)
    {
        var counts = default(ApplyCounts);
        foreach (var said in events)
        {
            counts += await RunAsync(said, cancel);
        }

        return counts;
    }

    private async Task<ApplyCounts> RunAsync(IncomingEvent said, CancellationToken cancel)
    {
        var order = said.Event.Order?.Order ?? throw new InvalidDataException("An event names neither a user nor an order.");
        var partition = OrderIndexRow.Partition(order);
        if (await store.GetAsync(partition, OrderIndexRow.Owner, cancel) is { } owner)
        {
            return await apply.RunAsync(OrderIndexRow.ReadOwner(owner), [said], cancel);
        }

        var parked = new Change.Insert(Documents.WriteBytes(said.Json.Span, "parked event", 1)) { Key = OrderIndexRow.Parked(said.Id) };
        var isNew = await store.CommitAsync(partition, [parked], cancel) is CommitResult.Committed;
        if (await store.GetAsync(partition, OrderIndexRow.Owner, cancel) is { } found)
        {
            var followups = new Followups();
            await release.RunAsync(order, OrderIndexRow.ReadOwner(found), followups, cancel);
            await drain.RunAsync(followups, cancel);
        }

        return isNew ? new(0, 0, 1) : new(0, 1, 0);
    }
}
