using UserOps.Application.Storage;
using UserOps.Domain;
using UserOps.Domain.Scoring;

namespace UserOps.Application.Scoring;

/// <summary>Loads a bucket's facts: one page read for each thousand users.</summary>
public sealed class BucketReader(ITableStore tables)
{
    public async Task<BucketFacts> ReadAsync(ScoringRun run, byte bucket, CancellationToken cancel)
    {
        var facts = new BucketFacts(Days.Of(run.AsOf), run.Rules);
        await foreach (var row in tables.RowsAsync(RowQuery.Prefix(FactRow.Partition(bucket), FactRow.Prefix), cancel))
        {
            facts.Add(FactRow.Read(row));
        }

        return facts;
    }
}
