using UserOps.Domain.Orders;
using UserOps.Domain.Scoring;
using UserOps.Domain.Scoring.Value;

namespace UserOps.Application.Scoring;

/// <summary>What is stored of a run, in the units and names that a marketer reads.</summary>
internal static class RunViews
{
    public static RunView Of(ScoringRun run, string currency) => new(
        run.AsOf,
        run.Status,
        run.Reason,
        run.Attempt,
        run.Phase,
        run.BucketsDone,
        Buckets.Count,
        run.UsersSeen,
        run.RequestedAt,
        run.StartedAt,
        run.FinishedAt,
        run.Live,
        run.Rules.WindowDays,
        run.Tally?.RowsWritten,
        run.UsersChangedLate,
        run.Model is { } model ? Cuts(model.Cuts, currency) : null,
        run.Model is { Eight: var eight } ? new(eight.RecencyAtMost, eight.OrdersAtLeast, Currencies.ToMajor(eight.AmountAtLeast, currency)) : null,
        run.Tally is { } tally ? Distribution(tally, run.Rules.Map) : null,
        run is { Tally: { } moved, Before: { } before } ? Migration(moved, before, run.Rules.Map) : null);

    private static CutPointsView Cuts(CutPoints cuts, string currency) => new(
        [.. cuts.Recency.Select(c => c.Value)],
        [.. cuts.Frequency.Select(c => c.Value)],
        [.. cuts.Monetary.Select(c => c.Value / Currencies.MinorPerMajor(currency))],
        currency);

    private static DistributionView Distribution(ScoreTally tally, SegmentMap map)
    {
        long[] recency = new long[5], frequency = new long[5], monetary = new long[5], ten = new long[11], eleven = new long[11];
        foreach (var (value, users) in tally.Codes.Index())
        {
            var code = new RfmCode((byte)value);
            recency[code.Recency - 1] += users;
            frequency[code.Frequency - 1] += users;
            monetary[code.Monetary - 1] += users;
            ten[SegmentCatalog.PlaceInTen(code)] += users;
            eleven[SegmentCatalog.PlaceInEleven(code)] += users;
        }

        return new(
            tally.Users,
            tally.Codes.Sum(),
            map,
            new(recency, frequency, monetary),
            Counts(SegmentCatalog.Ten, ten),
            Counts(SegmentCatalog.Eleven, eleven),
            Counts(SegmentCatalog.Eight, tally.Eights),
            Counts(LifeCycle.Stages, tally.Stages),
            Counts(RiskBands.All, tally.Risks),
            Counts(ValueTiers.All, tally.Tiers));
    }

    private static MigrationView Migration(ScoreTally tally, DateOnly before, SegmentMap map) => new(
        before,
        map,
        Moves(tally.SegmentMoves, ScoreTally.SegmentPlaces, SegmentCatalog.Of(map)),
        Moves(tally.StageMoves, ScoreTally.StagePlaces, LifeCycle.Stages),
        Moves(tally.RiskMoves, ScoreTally.ValuePlaces, RiskBands.All),
        Moves(tally.TierMoves, ScoreTally.ValuePlaces, ValueTiers.All));

    private static IReadOnlyList<SegmentCount> Counts(IReadOnlyList<Segment> segments, long[] users) =>
        [.. segments.Select((segment, i) => new SegmentCount(segment.Code, segment.Name, segment.ChineseName, users[i]))];

    /// <summary>Users who are in no segment and were in none are no move.</summary>
    private static IReadOnlyList<Move> Moves(long[] counts, int places, IReadOnlyList<Segment> segments)
    {
        string? CodeAt(int place) => place == 0 ? null : segments[place - 1].Code;

        return
        [
            .. from cell in counts.Index()
               where cell.Item > 0 && cell.Index > 0
               select new Move(CodeAt(cell.Index / places), CodeAt(cell.Index % places), cell.Item),
        ];
    }
}
