namespace UserOps.Domain.Scoring;

/// <summary>
/// Second pass over a part of the users: how many have each amount within the wanted bins, and nothing of the others. Adding is commutative.
/// </summary>
public sealed class MoneySelection
{
    private readonly long[] _amounts;
    private readonly long[] _users;

    internal MoneySelection(long[] amounts, long[] users)
    {
        _amounts = amounts;
        _users = users;
    }

    public static MoneySelection None { get; } = new([], []);

    /// <param name="bins">Ascending.</param>
    public static MoneySelection Of(ReadOnlySpan<long> amounts, IReadOnlyList<int> bins)
    {
        // Amounts are read once from memory, and then for each bin from the nearest cache.
        const int block = 2_048;
        var counters = bins.Select(bin => new BinCounter(MoneyBins.Lowest(bin), MoneyBins.Highest(bin))).ToArray();
        for (var start = 0; start < amounts.Length; start += block)
        {
            var part = amounts.Slice(start, Math.Min(block, amounts.Length - start));
            foreach (var counter in counters)
            {
                counter.Count(part);
            }
        }

        List<long> found = [], users = [];
        foreach (var counter in counters)
        {
            counter.AppendTo(found, users);
        }

        return new([.. found], [.. users]);
    }

    public static MoneySelection operator +(MoneySelection left, MoneySelection right)
    {
        List<long> amounts = new(left._amounts.Length + right._amounts.Length), users = new(left._amounts.Length + right._amounts.Length);
        int l = 0, r = 0;
        while (l < left._amounts.Length || r < right._amounts.Length)
        {
            var takeLeft = r == right._amounts.Length || (l < left._amounts.Length && left._amounts[l] <= right._amounts[r]);
            var takeRight = l == left._amounts.Length || (r < right._amounts.Length && right._amounts[r] <= left._amounts[l]);
            amounts.Add(takeLeft ? left._amounts[l] : right._amounts[r]);
            users.Add((takeLeft ? left._users[l++] : 0) + (takeRight ? right._users[r++] : 0));
        }

        return new([.. amounts], [.. users]);
    }

    /// <summary>
    /// The amount at a rank within a bin. Facts that came between the passes may have thinned the bin: then its largest amount, or its lower end, stands in.
    /// </summary>
    public long ValueAt(int bin, long rankInBin)
    {
        long lowest = MoneyBins.Lowest(bin), highest = MoneyBins.Highest(bin), last = lowest;
        var start = Array.BinarySearch(_amounts, lowest);
        for (var i = start < 0 ? ~start : start; i < _amounts.Length && _amounts[i] <= highest && rankInBin >= 0; i++)
        {
            last = _amounts[i];
            rankInBin -= _users[i];
        }

        return last;
    }

    /// <summary>Amounts as differences, ascending.</summary>
    public byte[] ToBytes()
    {
        var writer = new VarintWriter(16 + (_amounts.Length * 4));
        Write(writer);
        return writer.ToArray();
    }

    internal void Write(VarintWriter writer)
    {
        writer.Write(_amounts.Length);
        long previous = 0;
        for (var i = 0; i < _amounts.Length; i++)
        {
            writer.Write(unchecked(_amounts[i] - previous));
            writer.Write(_users[i]);
            previous = _amounts[i];
        }
    }

    public static MoneySelection FromBytes(ReadOnlySpan<byte> bytes)
    {
        var reader = new VarintReader(bytes);
        return Read(ref reader);
    }

    internal static MoneySelection Read(ref VarintReader reader)
    {
        var length = (int)reader.Read();
        long[] amounts = new long[length], users = new long[length];
        long previous = 0;
        for (var i = 0; i < length; i++)
        {
            amounts[i] = previous = unchecked(previous + reader.Read());
            users[i] = reader.Read();
        }

        return new(amounts, users);
    }
}
