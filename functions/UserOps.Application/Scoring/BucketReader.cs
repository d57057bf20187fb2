using UserOps.Application.Storage;
using UserOps.Domain;
using UserOps.Domain.Scoring;

namespace UserOps.Application.Scoring;

/// <summary>Loads a bucket's facts: one page read for each thousand users.</summary>
public sealed class BucketReader(ITableStore tables)
{
    /// <param name="seen">Gets each user's facts as they are read.</param>
    public async Task<BucketFacts> ReadAsync(ScoringRun run, byte bucket, CancellationToken cancel, Action<UserFacts>? seen = null)
    {
        var facts = new BucketFacts(Days.Of(run.AsOf), run.Rules);
        await foreach (var row in tables.RowsAsync(RowQuery.Prefix(FactRow.Partition(bucket), FactRow.Prefix), cancel))
        {
            var user = FactRow.Read(row);
            seen?.Invoke(user);
            facts.Add(user);
        }

        return facts;
    }
}
