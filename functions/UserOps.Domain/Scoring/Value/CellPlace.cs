using System.Numerics;

namespace UserOps.Domain.Scoring.Value;

/// <summary>Where a point of three whole coordinates lies once only their leading bits are kept.</summary>
internal readonly record struct CellPlace(long First, long Second, long Third) : IComparable<CellPlace>
{
    /// <summary>Keeping fewer bits of a place gives the place of the point itself at so many bits: the cells of each resolution are unions of those of the finer ones.</summary>
    public CellPlace Rounded(int bits) => new(Rounded(First, bits), Rounded(Second, bits), Rounded(Third, bits));

    public int CompareTo(CellPlace other) =>
        First != other.First ? First.CompareTo(other.First)
        : Second != other.Second ? Second.CompareTo(other.Second)
        : Third.CompareTo(other.Third);

    private static long Rounded(long value, int bits)
    {
        var drop = 64 - BitOperations.LeadingZeroCount((ulong)Math.Abs(value)) - bits;
        return drop <= 0 ? value : Math.Sign(value) * (Math.Abs(value) >> drop << drop);
    }
}
