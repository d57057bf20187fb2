using System.Runtime.CompilerServices;
using UserOps.Application.Storage;

namespace UserOps.Application.Scoring;

internal static class AllRows
{
    /// <summary>Every row of the query, page by page.</summary>
    public static async IAsyncEnumerable<Row> RowsAsync(this ITableStore tables, RowQuery query, [EnumeratorCancellation] CancellationToken cancel)
    {
        for (TableKey? from = query.From; ;)
        {
            var page = await tables.QueryAsync(query with { From = from }, cancel);
            foreach (var row in page.Rows)
            {
                yield return row;
            }

            if (page.Next is null)
            {
                yield break;
            }

            from = page.Next;
        }
    }
}
