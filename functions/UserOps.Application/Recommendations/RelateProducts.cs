using UserOps.Application.Scoring;
using UserOps.Application.Storage;
using UserOps.Domain.Recommendations;
using UserOps.Domain.Scoring;

namespace UserOps.Application.Recommendations;

/// <summary>Second pass, once for each slice: what goes with the products of the slice. Reads every bucket, holds one page of it and the counts of the slice.</summary>
public sealed class RelateProducts(ITableStore store, RecommendationRows rows)
{
    private const int Done = 1;

    public async Task RunAsync(RecommendationRun run, int slice, CancellationToken cancel)
    {
        TableKey key = $"{RecommendationRows.Slices}{slice:x2}";
        if (await rows.FindAsync(run.Id, key, cancel) is not null || await rows.FindAsync(run.Id, RecommendationRows.Products, cancel) is not { } chosen)
        {
            return;
        }

        var together = new CoPurchases(Products.FromBytes(chosen), slice);
        for (var bucket = 0; bucket < Buckets.Count; bucket++)
        {
            await foreach (var row in store.RowsAsync(RowQuery.Prefix(FactRow.Partition((byte)bucket), BoughtRow.Prefix), cancel))
            {
                together.Add(BoughtRow.Read(row));
            }
        }

        await rows.WriteRelatedAsync(run.Id, Enumerable.Range(0, together.Rows).Select(together.Related), cancel);
        await rows.PutOnceAsync(run.Id, key, [Done], cancel);
    }
}
