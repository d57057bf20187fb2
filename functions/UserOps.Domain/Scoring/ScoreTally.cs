using UserOps.Domain.Scoring.Value;

namespace UserOps.Domain.Scoring;

/// <summary>How many users stand where, and from where they came: whole numbers, so that the tallies of buckets add up in any order.</summary>
public sealed record ScoreTally
{
    /// <summary>One more than the most segments a map has: place 0 is none.</summary>
    public const int SegmentPlaces = 12;

    public const int StagePlaces = 6;

    /// <summary>Of bands of churn risk, and of value tiers.</summary>
    public const int ValuePlaces = 4;

    public long Users { get; set; }

    /// <summary>By <see cref="RfmCode.Value"/>.</summary>
    public long[] Codes { get; init; } = new long[RfmCode.Count];

    /// <summary>By position in <see cref="SegmentCatalog.Eight"/>.</summary>
    public long[] Eights { get; init; } = new long[8];

    /// <summary>By <see cref="LifeCycleStage"/>.</summary>
    public long[] Stages { get; init; } = new long[5];

    /// <summary>By <see cref="RiskBand"/>. Stored runs from before there were bands and tiers read with nobody in them.</summary>
    public long[] Risks { get; init => field = value ?? new long[3]; } = new long[3];

    /// <summary>By <see cref="ValueTier"/>.</summary>
    public long[] Tiers { get; init => field = value ?? new long[3]; } = new long[3];

    /// <summary>Of the shown map, by (from + 1)·<see cref="SegmentPlaces"/> + (to + 1).</summary>
    public long[] SegmentMoves { get; init; } = new long[SegmentPlaces * SegmentPlaces];

    /// <summary>By (from + 1)·<see cref="StagePlaces"/> + (to + 1).</summary>
    public long[] StageMoves { get; init; } = new long[StagePlaces * StagePlaces];

    /// <summary>By (from + 1)·<see cref="ValuePlaces"/> + (to + 1).</summary>
    public long[] RiskMoves { get; init => field = value ?? new long[ValuePlaces * ValuePlaces]; } = new long[ValuePlaces * ValuePlaces];

    /// <summary>By (from + 1)·<see cref="ValuePlaces"/> + (to + 1).</summary>
    public long[] TierMoves { get; init => field = value ?? new long[ValuePlaces * ValuePlaces]; } = new long[ValuePlaces * ValuePlaces];

    /// <summary>Score rows written or deleted: the users who stand elsewhere than before, are new, or are gone.</summary>
    public long RowsWritten { get; set; }

    public void Count(Standing standing)
    {
        Users++;
        Stages[(int)standing.Stage]++;
        if (standing is { Rfm: { } code, Eight: { } eight })
        {
            Codes[code.Value]++;
            Eights[eight]++;
        }

        if (standing.Risk is { } risk)
        {
            Risks[(int)risk]++;
        }

        if (standing.Tier is { } tier)
        {
            Tiers[(int)tier]++;
        }
    }

    /// <param name="before">Null for a user that no run has seen before.</param>
    public void CountMove(Standing? before, Standing after, SegmentMap map)
    {
        SegmentMoves[(Place(before?.PlaceIn(map)) * SegmentPlaces) + Place(after.PlaceIn(map))]++;
        StageMoves[(Place((int?)before?.Stage) * StagePlaces) + Place((int)after.Stage)]++;
        RiskMoves[(Place((int?)before?.Risk) * ValuePlaces) + Place((int?)after.Risk)]++;
        TierMoves[(Place((int?)before?.Tier) * ValuePlaces) + Place((int?)after.Tier)]++;
    }

    public void Add(ScoreTally other)
    {
        Users += other.Users;
        RowsWritten += other.RowsWritten;
        Add(Codes, other.Codes);
        Add(Eights, other.Eights);
        Add(Stages, other.Stages);
        Add(Risks, other.Risks);
        Add(Tiers, other.Tiers);
        Add(SegmentMoves, other.SegmentMoves);
        Add(StageMoves, other.StageMoves);
        Add(RiskMoves, other.RiskMoves);
        Add(TierMoves, other.TierMoves);
    }

    private static int Place(int? position) => position + 1 ?? 0;

    private static void Add(long[] sums, long[] values)
    {
        for (var i = 0; i < sums.Length; i++)
        {
            sums[i] += values[i];
        }
    }
}
