using System.Numerics;
using System.Runtime.InteropServices;

namespace UserOps.Domain.Scoring;

/// <summary>Sums that cannot overflow: the upper and the lower half of each amount are added apart, and a million of either fits 64 bits.</summary>
internal static class WideSum
{
    private const int Stretch = 1 << 24;

    public static Int128 Of(ReadOnlySpan<long> amounts)
    {
        Int128 sum = 0;
        for (; amounts.Length > Stretch; amounts = amounts[Stretch..])
        {
            sum += OfStretch(amounts[..Stretch]);
        }

        return sum + OfStretch(amounts);
    }

    private static Int128 OfStretch(ReadOnlySpan<long> amounts)
    {
        var vectors = MemoryMarshal.Cast<long, Vector<long>>(amounts);
        Vector<long> high = default, low = default, mask = new(uint.MaxValue);
        foreach (var vector in vectors)
        {
            high += vector >> 32;
            low += vector & mask;
        }

        long highs = Vector.Sum(high), lows = Vector.Sum(low);
        foreach (var amount in amounts[(vectors.Length * Vector<long>.Count)..])
        {
            highs += amount >> 32;
            lows += amount & uint.MaxValue;
        }

        return ((Int128)highs << 32) + lows;
    }
}
