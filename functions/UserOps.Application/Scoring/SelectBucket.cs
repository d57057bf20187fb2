using UserOps.Domain;
using UserOps.Domain.Scoring;
using UserOps.Domain.Scoring.Value;

namespace UserOps.Application.Scoring;

/// <summary>
/// Second pass over one bucket: the amounts within the bins that hold the wanted ranks, what the hold-out check needs, and the lifetime values go into work rows.
/// </summary>
public sealed class SelectBucket(RunRows runs, BucketReader facts, WorkRows work)
{
    /// <returns>Users of the bucket who were there on the day; 0 when it holds nothing that is looked for, so that they need not be read.</returns>
    public async Task<int> RunAsync(DateOnly asOf, byte bucket, CancellationToken cancel)
    {
        var run = await runs.GetAsync(asOf, cancel);
        var merged = await MergeSummaries.ReadAsync(work, asOf, cancel);
        var summary = FactSummary.FromBytes(await work.GetAsync(asOf, WorkRows.Key(WorkRows.Summaries, bucket), cancel));
        var predict = Predict.By(merged.Value, run.Rules.Value);
        var money = merged.Bins.Any(summary.Amount.HasAnyIn);
        if (!money && predict is null)
        {
            await work.PutAsync(asOf, WorkRows.Key(WorkRows.Selections, bucket), MoneySelection.None.ToBytes(), cancel);
            return 0;
        }

        var holdOut = merged is { StartDay: { } start, CalibrationDay: { } calibration } ? new HoldOutFacts(calibration, Days.Of(asOf), start) : null;
        var users = await facts.ReadAsync(run, bucket, cancel, user => holdOut?.Add(user.Purchases));
        var selection = money ? MoneySelection.Of(users.Columns.AmountMinor, merged.Bins) : MoneySelection.None;
        await work.PutAsync(asOf, WorkRows.Key(WorkRows.Selections, bucket), selection.ToBytes(), cancel);
        if (holdOut is not null)
        {
            await work.PutAsync(asOf, WorkRows.Key(WorkRows.HoldOuts, bucket), holdOut.ToBytes(), cancel);
        }

        if (predict is not null)
        {
            await work.PutAsync(asOf, WorkRows.Key(WorkRows.Lifetimes, bucket), Lifetimes(users, predict), cancel);
        }

        return users.Users.Count;
    }

    private static byte[] Lifetimes(BucketFacts users, Predict predict)
    {
        var values = new List<long>();
        foreach (var user in users.Users)
        {
            if (user.Repeats is { } customer && predict.LifetimeMinor(customer) is { } value)
            {
                values.Add(value);
            }
        }

        var counts = new MoneyCounts();
        counts.Count([.. values]);
        var writer = new VarintWriter(4_096);
        counts.Write(writer);
        return writer.ToArray();
    }
}
