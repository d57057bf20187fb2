using UserOps.Domain.Scoring;

namespace UserOps.Application.Scoring;

/// <summary>Second pass over one bucket: the amounts within the bins that hold the wanted ranks go into a work row.</summary>
public sealed class SelectBucket(RunRows runs, BucketReader facts, WorkRows work)
{
    /// <returns>Users of the bucket who were there on the day; 0 when none of them has such an amount, so that they need not be read.</returns>
    public async Task<int> RunAsync(DateOnly asOf, byte bucket, CancellationToken cancel)
    {
        var run = await runs.GetAsync(asOf, cancel);
        var merged = await MergeSummaries.ReadAsync(work, asOf, cancel);
        var summary = FactSummary.FromBytes(await work.GetAsync(asOf, WorkRows.Key(WorkRows.Summaries, bucket), cancel));
        var key = WorkRows.Key(WorkRows.Selections, bucket);
        if (!merged.Bins.Any(summary.Amount.HasAnyIn))
        {
            await work.PutAsync(asOf, key, MoneySelection.None.ToBytes(), cancel);
            return 0;
        }

        var users = await facts.ReadAsync(run, bucket, cancel);
        var selection = MoneySelection.Of(users.Columns.AmountMinor, merged.Bins);
        await work.PutAsync(asOf, key, selection.ToBytes(), cancel);
        return users.Users.Count;
    }
}
