using System.Runtime.CompilerServices;

namespace UserOps.Application.Storage;

public static class TableStoreExtensions
{
    /// <summary>All rows of a query, a page in memory at a time.</summary>
    public static async IAsyncEnumerable<Row> RowsAsync(
        this ITableStore store, RowQuery query, [EnumeratorCancellation] CancellationToken cancel)
    {
        while (true)
        {
            var page = await store.QueryAsync(query, cancel);
            foreach (var row in page.Rows)
            {
                yield return row;
            }

            if (page.Next is not { } next)
            {
                yield break;
            }

            query = query with { From = next };
        }
    }
}
