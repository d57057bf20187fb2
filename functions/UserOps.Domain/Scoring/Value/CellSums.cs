namespace UserOps.Domain.Scoring.Value;

/// <summary>How many points a cell holds, and the sums of their coordinates: whole numbers that stop at the largest one instead of overflowing (negative ones are days, which never do).</summary>
internal readonly record struct CellSums(long Count, long First, long Second, long Third)
{
    public static CellSums operator +(CellSums left, CellSums right) => new(
        Sum(left.Count, right.Count), Sum(left.First, right.First), Sum(left.Second, right.Second), Sum(left.Third, right.Third));

    private static long Sum(long left, long right) =>
        right > 0 && left > long.MaxValue - right ? long.MaxValue : left + right;
}
