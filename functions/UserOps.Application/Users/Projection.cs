using UserOps.Application.Scoring;
using UserOps.Application.Storage;

namespace UserOps.Application.Users;

/// <summary>A row of the user's bucket that a higher revision replaces.</summary>
internal static class Projection
{
    public static async Task WriteAsync(ITableStore store, string userKey, TableKey key, long rev, Properties properties, CancellationToken cancel)
    {
        var partition = FactRow.PartitionOf(userKey);
        while (true)
        {
            var row = await store.GetAsync(partition, key, cancel);
            if (row is not null && row.Properties.Number(FactRow.Rev) >= rev)
            {
                return;
            }

            Change change = row is null ? new Change.Insert(properties) { Key = key } : new Change.Replace(properties, row.ETag) { Key = key };
            if (await store.CommitAsync(partition, [change], cancel) is CommitResult.Committed)
            {
                return;
            }
        }
    }
}
