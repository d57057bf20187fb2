namespace UserOps.Domain.Scoring;

/// <summary>How many users stand where, and from where they came: whole numbers, so that the tallies of buckets add up in any order.</summary>
public sealed record ScoreTally
{
    /// <summary>One more than the most segments a map has: place 0 is none.</summary>
    public const int SegmentPlaces = 12;

    public const int StagePlaces = 6;

    public long Users { get; set; }

    /// <summary>By <see cref="RfmCode.Value"/>.</summary>
    public long[] Codes { get; init; } = new long[RfmCode.Count];

    /// <summary>By position in <see cref="SegmentCatalog.Eight"/>.</summary>
    public long[] Eights { get; init; } = new long[8];

    /// <summary>By <see cref="LifeCycleStage"/>.</summary>
    public long[] Stages { get; init; } = new long[5];

    /// <summary>Of the shown map, by (from + 1)·<see cref="SegmentPlaces"/> + (to + 1).</summary>
    public long[] SegmentMoves { get; init; } = new long[SegmentPlaces * SegmentPlaces];

    /// <summary>By (from + 1)·<see cref="StagePlaces"/> + (to + 1).</summary>
    public long[] StageMoves { get; init; } = new long[StagePlaces * StagePlaces];

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
    }

    /// <param name="before">Null for a user that no run has seen before.</param>
    public void CountMove(Standing? before, Standing after, SegmentMap map)
    {
        var from = before?.PlaceIn(map) is { } place ? place + 1 : 0;
        SegmentMoves[(from * SegmentPlaces) + (after.PlaceIn(map) is { } to ? to + 1 : 0)]++;
        StageMoves[((before is { } b ? (int)b.Stage + 1 : 0) * StagePlaces) + (int)after.Stage + 1]++;
    }

    public void Add(ScoreTally other)
    {
        Users += other.Users;
        RowsWritten += other.RowsWritten;
        Add(Codes, other.Codes);
        Add(Eights, other.Eights);
        Add(Stages, other.Stages);
        Add(SegmentMoves, other.SegmentMoves);
        Add(StageMoves, other.StageMoves);
    }

    private static void Add(long[] sums, long[] values)
    {
        for (var i = 0; i < sums.Length; i++)
        {
            sums[i] += values[i];
        }
    }
}
