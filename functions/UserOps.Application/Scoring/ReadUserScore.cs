using UserOps.Application.Settings;
using UserOps.Application.Storage;
using UserOps.Domain;
using UserOps.Domain.Orders;
using UserOps.Domain.Scoring;
using UserOps.Domain.Scoring.Value;

namespace UserOps.Application.Scoring;

/// <summary>One user's scores of the published run; the figures are computed from the facts as they are known now.</summary>
public sealed class ReadUserScore(ITableStore tables, FindScores find, UserOpsSettings settings)
{
    /// <returns>Null before the first run, and for a user that it did not see.</returns>
    public async Task<UserScore?> RunAsync(string userKey, CancellationToken cancel)
    {
        var bucket = Buckets.Of(userKey);
        if (await find.RunAsync(null, cancel) is not { } run
            || await tables.GetAsync(ScoreRow.Partition(run, bucket), ScoreRow.Key(userKey), cancel) is not { } scoreRow
            || await tables.GetAsync(FactRow.Partition(bucket), FactRow.Key(userKey), cancel) is not { } factRow)
        {
            return null;
        }

        var score = ScoreRow.Read(scoreRow);
        var facts = FactRow.Read(factRow);
        var figures = DayFigures.Of(facts, Days.Of(run.AsOf), run.Rules);
        var (now, currency) = (score.Now, settings.Workspace.Currency);
        return new(
            run.AsOf,
            Days.ToDate(score.Since),
            LifeCycle.Named(now.Stage),
            figures.RecencyDays,
            figures.Orders,
            Currencies.ToMajor(figures.AmountMinor, currency),
            currency,
            now.Rfm?.Recency,
            now.Rfm?.Frequency,
            now.Rfm?.Monetary,
            now.Rfm?.Written,
            now.SegmentIn(SegmentMap.TenRules),
            now.SegmentIn(SegmentMap.Eleven),
            now.SegmentIn(SegmentMap.Eight),
            Outlook.Of(facts, run, settings),
            ValueIndex.Of(facts, now.Rfm, Days.Of(run.AsOf), run.Rules.Index));
    }
}
