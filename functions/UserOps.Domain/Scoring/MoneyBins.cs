using System.Numerics;
using System.Runtime.CompilerServices;

namespace UserOps.Domain.Scoring;

/// <summary>
/// 4,096 bins over all 64-bit amounts, ascending: 63 for negative amounts (one a power of two), one for zero, and 64 for each power of two above,
/// so that a bin is never wider than a 64th of its amounts and a few bins hold all that a quantile needs.
/// </summary>
public static class MoneyBins
{
    public const int Count = 4_096;
    private const int Zero = 63;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Of(long minor)
    {
        if (minor <= 0)
        {
            return OfNotPositive(minor);
        }

        var zeros = BitOperations.LeadingZeroCount((ulong)minor);
        return ((63 - zeros) << 6) + (int)(((ulong)minor << zeros) >> 57);
    }

    /// <summary>Smallest amount in the bin.</summary>
    public static long Lowest(int bin)
    {
        switch (bin)
        {
            case 0: return long.MinValue;
            case < Zero: return -((2L << (62 - bin)) - 1);
            case Zero: return 0;
            default:
                var power = (bin >> 6) - 1;
                var top = (ulong)(64 + (bin & 63));
                return power >= 6 ? (long)(top << (power - 6)) : (long)((top + (1UL << (6 - power)) - 1) >> (6 - power));
        }
    }

    /// <summary>Largest amount in the bin; below <see cref="Lowest"/> where no whole amount falls into it.</summary>
    public static long Highest(int bin) => bin == Count - 1 ? long.MaxValue : Lowest(bin + 1) - 1;

    private static int OfNotPositive(long minor) =>
        minor == 0 ? Zero : Math.Max(0, 62 - BitOperations.Log2((ulong)-minor));
}
