using UserOps.Domain;
using UserOps.Domain.Scoring;
using UserOps.Domain.Scoring.Value;

namespace UserOps.Application.Scoring;

/// <summary>
/// Second pass over one bucket: the amounts within the bins that hold the wanted ranks, what the hold-out check needs, and the lifetime values go into a work row.
/// </summary>
public sealed class SelectBucket(RunRows runs, BucketReader facts, WorkRows work)
{
    /// <returns>Users of the bucket who were there on the day; 0 when it holds nothing that is looked for, so that they need not be read.</returns>
    public async Task<int> RunAsync(DateOnly asOf, byte bucket, CancellationToken cancel)
    {
        var run = await runs.GetAsync(asOf, cancel);
        var merged = await MergeSummaries.ReadAsync(work, asOf, cancel);
        var key = WorkRows.Key(WorkRows.Selections, bucket);
        var first = FirstPass.FromBytes(await work.GetAsync(asOf, WorkRows.Key(WorkRows.Summaries, bucket), cancel));
        var predict = Predict.By(merged.Value, run.Rules.Value);
        if (!merged.Bins.Any(first.Summary.Amount.HasAnyIn) && (predict is null || first.Repeats.OldestDays is null))
        {
            await work.PutAsync(asOf, key, SecondPass.Empty.ToBytes(), cancel);
            return 0;
        }

        var holdOut = merged is { StartDay: { } start, CalibrationDay: { } calibration } ? new HoldOutFacts(calibration, Days.Of(asOf), start) : null;
        var users = await facts.ReadAsync(run, bucket, cancel, user => holdOut?.Add(user.Purchases));
        var found = SecondPass.Empty with { Selection = MoneySelection.Of(users.Columns.AmountMinor, merged.Bins) };
        found.Lifetimes.Count(Lifetimes(users, predict));
        await work.PutAsync(asOf, key, (holdOut is null ? found : found with { HoldOut = holdOut }).ToBytes(), cancel);
        return users.Users.Count;
    }

    private static long[] Lifetimes(BucketFacts users, Predict? predict) =>
        [.. users.Users.Select(user => user.Repeats is { } customer ? predict?.LifetimeMinor(customer) : null).OfType<long>()];
}
