using UserOps.Application.Events;
using UserOps.Application.Storage;
using UserOps.Application.Users;
using UserOps.Domain.Orders;

namespace UserOps.Application.Orders;

/// <summary>Applies to an order's owner the events that waited under the order.</summary>
public sealed class ReleaseParked(ITableStore store, CommitEvents commit)
{
    public async Task RunAsync(OrderRef order, string userKey, Followups followups, CancellationToken cancel)
    {
        var query = RowQuery.Prefix(OrderIndexRow.Partition(order), OrderIndexRow.ParkedPrefix);
        await foreach (var row in store.RowsAsync(query, cancel))
        {
            followups.Add(await commit.RunAsync(userKey, [IncomingEvent.Read(Documents.ReadBytes(row))], cancel));

            followups.DeleteAfter(query.Partition, row.Key);
        }
    }
}
