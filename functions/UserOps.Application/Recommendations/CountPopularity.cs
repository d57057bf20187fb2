using UserOps.Application.Scoring;
using UserOps.Application.Storage;
using UserOps.Domain;
using UserOps.Domain.Recommendations;

namespace UserOps.Application.Recommendations;

/// <summary>First pass: how many people of a bucket bought which products lately.</summary>
public sealed class CountPopularity(ITableStore store, RecommendationRows rows)
{
    public async Task RunAsync(RecommendationRun run, byte bucket, CancellationToken cancel)
    {
        TableKey key = $"{RecommendationRows.Counts}{bucket:x2}";
        if (await rows.FindAsync(run.Id, key, cancel) is not null)
        {
            return;
        }

        var popularity = new Popularity();
        await foreach (var row in store.RowsAsync(RowQuery.Prefix(FactRow.Partition(bucket), BoughtRow.Prefix), cancel))
        {
            popularity.Add(BoughtRow.Read(row), Days.Of(run.AsOf));
        }

        await rows.PutOnceAsync(run.Id, key, popularity.ToBytes(), cancel);
    }
}
