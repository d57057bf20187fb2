using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace UserOps.Domain.Scoring;

/// <summary>How many users' amounts fall into each of <see cref="MoneyBins"/>, and their exact sum. Adding is commutative.</summary>
public sealed class MoneyCounts
{
    private readonly long[] _bins = new long[MoneyBins.Count];

    public long Total { get; private set; }

    /// <summary>Minor units.</summary>
    public Int128 Sum { get; private set; }

    /// <summary>Two tables take turns, so that an increment does not wait for its neighbour's.</summary>
    public void Count(ReadOnlySpan<long> amounts)
    {
        var tables = new int[2 * MoneyBins.Count];
        ref var first = ref MemoryMarshal.GetArrayDataReference(tables);
        ref var second = ref Unsafe.Add(ref first, MoneyBins.Count);
        var i = 0;
        for (; i <= amounts.Length - 2; i += 2)
        {
            Unsafe.Add(ref first, MoneyBins.Of(amounts[i]))++;
            Unsafe.Add(ref second, MoneyBins.Of(amounts[i + 1]))++;
        }

        if (i < amounts.Length)
        {
            Unsafe.Add(ref first, MoneyBins.Of(amounts[i]))++;
        }

        for (var bin = 0; bin < MoneyBins.Count; bin++)
        {
            _bins[bin] += (long)tables[bin] + tables[bin + MoneyBins.Count];
        }

        Total += amounts.Length;
        Sum += WideSum.Of(amounts);
    }

    public void Add(MoneyCounts other)
    {
        for (var bin = 0; bin < MoneyBins.Count; bin++)
        {
            _bins[bin] += other._bins[bin];
        }

        Total += other.Total;
        Sum += other.Sum;
    }

    public bool HasAnyIn(int bin) => _bins[bin] != 0;

    /// <summary>The bin that holds a rank (from 0, ascending), and the rank within it.</summary>
    public (int Bin, long RankInBin) Find(long rank)
    {
        for (var bin = 0; bin < MoneyBins.Count; bin++)
        {
            if (rank < _bins[bin])
            {
                return (bin, rank);
            }

            rank -= _bins[bin];
        }

        throw new ArgumentOutOfRangeException(nameof(rank));
    }

    /// <summary>
    /// From which amount on the highest amounts make up a share of all that is above zero. To the width of a bin: a 64th of the amount at most, and each amount counted as the
    /// least of its bin.
    /// </summary>
    /// <param name="percent">1 to 100.</param>
    /// <returns>Minor units; null where nothing is above zero.</returns>
    public long? WhereTheHighestHold(int percent)
    {
        Int128 Held(int bin) => _bins[bin] == 0 ? 0 : _bins[bin] * (Int128)Math.Max(0, MoneyBins.Lowest(bin));

        var wanted = Enumerable.Range(0, MoneyBins.Count).Aggregate((Int128)0, (sum, bin) => sum + Held(bin)) * percent;
        Int128 held = 0;
        for (var bin = MoneyBins.Count - 1; wanted > 0; bin--)
        {
            held += Held(bin) * 100;
            if (held >= wanted)
            {
                return MoneyBins.Lowest(bin);
            }
        }

        return null;
    }

    public void Write(VarintWriter writer)
    {
        writer.Write((long)(Sum >> 64));
        writer.Write((long)(ulong)(Sum & ulong.MaxValue));
        writer.Write(_bins.Count(users => users != 0));
        for (int bin = 0, previous = 0; bin < MoneyBins.Count; bin++)
        {
            if (_bins[bin] != 0)
            {
                writer.Write(bin - previous);
                writer.Write(_bins[bin]);
                previous = bin;
            }
        }
    }

    public static MoneyCounts Read(ref VarintReader reader)
    {
        var high = reader.Read();
        var counts = new MoneyCounts { Sum = ((Int128)high << 64) | (ulong)reader.Read() };
        var bin = 0;
        for (var left = reader.Read(); left > 0; left--)
        {
            bin += (int)reader.Read();
            counts._bins[bin] = reader.Read();
            counts.Total += counts._bins[bin];
        }

        return counts;
    }
}
