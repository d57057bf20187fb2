using UserOps.Application.Storage;
using UserOps.Application.Users;
using UserOps.Domain.Orders;

namespace UserOps.Application.Orders;

/// <summary>
/// Notes whose an order is, then releases what waited for it. The first owner stays, unless it has been merged away: its key is a redirect now, and may come to
/// lead to somebody else, as a browser's does.
/// </summary>
public sealed class IndexOrder(ITableStore store, ReleaseParked release)
{
    public async Task RunAsync(OrderRef order, string userKey, Followups followups, CancellationToken cancel)
    {
        var partition = OrderIndexRow.Partition(order);
        Change owner = new Change.Insert(OrderIndexRow.WriteOwner(userKey)) { Key = OrderIndexRow.Owner };
        while (await store.CommitAsync(partition, [owner], cancel) is CommitResult.Conflicted
            && await store.GetAsync(partition, OrderIndexRow.Owner, cancel) is { } row
            && OrderIndexRow.ReadOwner(row) is var known && known != userKey
            && await store.GetAsync(known, UserRow.Profile, cancel) is { } holder && HolderRow.Read(holder) is Holder.MovedTo)
        {
            owner = new Change.Replace(OrderIndexRow.WriteOwner(userKey), row.ETag) { Key = OrderIndexRow.Owner };
        }

        await release.RunAsync(order, userKey, followups, cancel);
    }
}
