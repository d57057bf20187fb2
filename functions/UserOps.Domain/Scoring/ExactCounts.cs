using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace UserOps.Domain.Scoring;

/// <summary>How many users have each value of a small whole number (days, orders). Adding is commutative; every rank is exact.</summary>
public sealed class ExactCounts
{
    /// <summary>Values from 0 up to this (45 years of days) are counted in an array, the few others in a dictionary.</summary>
    private const int Dense = 16_383;

    private const int Table = Dense + 1;

    /// <summary>As long as the highest value in it needs.</summary>
    private long[] _dense = [];

    private readonly SortedDictionary<int, long> _others = [];

    public long Total { get; private set; }

    public Int128 Sum { get; private set; }

    /// <summary>Four tables take turns, because neighbours often have the same value and an increment must not wait for the one before it.</summary>
    public void Count(ReadOnlySpan<int> values)
    {
        var tables = ArrayPool<int>.Shared.Rent(4 * Table);
        tables.AsSpan(0, 4 * Table).Clear();
        ref var first = ref MemoryMarshal.GetArrayDataReference(tables);
        ref var second = ref Unsafe.Add(ref first, Table);
        ref var third = ref Unsafe.Add(ref second, Table);
        ref var fourth = ref Unsafe.Add(ref third, Table);
        var i = 0;
        for (; i <= values.Length - 4; i += 4)
        {
            Unsafe.Add(ref first, Slot(values[i]))++;
            Unsafe.Add(ref second, Slot(values[i + 1]))++;
            Unsafe.Add(ref third, Slot(values[i + 2]))++;
            Unsafe.Add(ref fourth, Slot(values[i + 3]))++;
        }

        for (; i < values.Length; i++)
        {
            Unsafe.Add(ref first, Slot(values[i]))++;
        }

        // From the highest value down, so that the array grows once.
        for (var v = Dense - 1; v >= 0; v--)
        {
            Add(v, (long)tables[v] + tables[v + Table] + tables[v + (2 * Table)] + tables[v + (3 * Table)]);
        }

        if ((tables[Dense] | tables[Dense + Table] | tables[Dense + (2 * Table)] | tables[Dense + (3 * Table)]) != 0)
        {
            CountOthers(values);
        }

        ArrayPool<int>.Shared.Return(tables);
    }

    public void Add(ExactCounts other)
    {
        Reach(other._dense.Length - 1);
        for (var v = 0; v < other._dense.Length; v++)
        {
            _dense[v] += other._dense[v];
        }

        foreach (var (value, users) in other._others)
        {
            _others[value] = _others.GetValueOrDefault(value) + users;
        }

        Total += other.Total;
        Sum += other.Sum;
    }

    /// <summary>Values and how many have them, ascending.</summary>
    public IEnumerable<(int Value, long Users)> Each() =>
    [
        .. _others.Where(o => o.Key < 0).Select(o => (o.Key, o.Value)),
        .. _dense.Index().Where(d => d.Item != 0),
        .. _others.Where(o => o.Key > 0).Select(o => (o.Key, o.Value)),
    ];

    /// <summary>The value at a rank from 0, ascending.</summary>
    public long ValueAt(long rank)
    {
        foreach (var (value, users) in _others.TakeWhile(o => o.Key < 0))
        {
            if ((rank -= users) < 0)
            {
                return value;
            }
        }

        for (var v = 0; v < _dense.Length; v++)
        {
            if ((rank -= _dense[v]) < 0)
            {
                return v;
            }
        }

        return _others.First(o => o.Key > 0 && (rank -= o.Value) < 0).Key;
    }

    public void Write(VarintWriter writer)
    {
        writer.Write(_others.Count + _dense.Count(users => users != 0));
        var previous = 0;
        foreach (var (value, users) in _others)
        {
            writer.Write(value - previous);
            writer.Write(users);
            previous = value;
        }

        for (var v = 0; v < _dense.Length; v++)
        {
            if (_dense[v] != 0)
            {
                writer.Write(v - previous);
                writer.Write(_dense[v]);
                previous = v;
            }
        }
    }

    public static ExactCounts Read(ref VarintReader reader)
    {
        var counts = new ExactCounts();
        var value = 0;
        for (var left = reader.Read(); left > 0; left--)
        {
            value += (int)reader.Read();
            counts.Add(value, reader.Read());
        }

        return counts;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nuint Slot(int value) => Math.Min((uint)value, Dense);

    private void CountOthers(ReadOnlySpan<int> values)
    {
        foreach (var value in values)
        {
            if ((uint)value >= Dense)
            {
                Add(value, 1);
            }
        }
    }

    private void Reach(int value)
    {
        if (value >= _dense.Length)
        {
            Array.Resize(ref _dense, Math.Min(Dense, Math.Max(value + 1, 2 * _dense.Length)));
        }
    }

    private void Add(int value, long users)
    {
        if (users == 0)
        {
            return;
        }

        if ((uint)value < Dense)
        {
            Reach(value);
            _dense[value] += users;
        }
        else
        {
            _others[value] = _others.GetValueOrDefault(value) + users;
        }

        Total += users;
        Sum += (Int128)users * value;
    }
}
