using UserOps.Application.Storage;
using UserOps.Application.Users;
using UserOps.Domain.Orders;

namespace UserOps.Application.Orders;

/// <summary>Notes whose an order is, then releases what waited for it. The first owner stays.</summary>
public sealed class IndexOrder(ITableStore store, ReleaseParked release)
{
    public async Task RunAsync(OrderRef order, string userKey, Followups followups, CancellationToken cancel)
    {
        await store.CommitAsync(
            OrderIndexRow.Partition(order), [new Change.Insert(OrderIndexRow.WriteOwner(userKey)) { Key = OrderIndexRow.Owner }], cancel);
        await release.RunAsync(order, userKey, followups, cancel);
    }
}
