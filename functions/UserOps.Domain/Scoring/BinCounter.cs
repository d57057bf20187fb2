using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace UserOps.Domain.Scoring;

/// <summary>Counts the users of each amount from <paramref name="lowest"/> to <paramref name="highest"/>, both included.</summary>
internal sealed class BinCounter(long lowest, long highest)
{
    /// <summary>Ranges at most so wide are counted by index; the amounts of wider ones are gathered and sorted.</summary>
    private const ulong Countable = 1 << 16;

    private readonly ulong _last = (ulong)highest - (ulong)lowest;
    private readonly int[]? _users = (ulong)highest - (ulong)lowest < Countable ? new int[highest - lowest + 1] : null;
    private readonly List<long> _gathered = [];

    public void Count(ReadOnlySpan<long> amounts)
    {
        // As unsigned numbers, amounts below the range wrap round to ones above it: one compare for both ends.
        var last = Vector512.Create(_last);
        var low = Vector512.Create(lowest);
        ref var first = ref MemoryMarshal.GetReference(amounts);
        nuint i = 0;
        for (; i + (nuint)Vector512<long>.Count <= (nuint)amounts.Length; i += (nuint)Vector512<long>.Count)
        {
            var offsets = (Vector512.LoadUnsafe(ref first, i) - low).AsUInt64();
            for (var hits = Vector512.LessThanOrEqual(offsets, last).ExtractMostSignificantBits(); hits != 0; hits &= hits - 1)
            {
                Add(amounts[(int)i + BitOperations.TrailingZeroCount(hits)]);
            }
        }

        foreach (var amount in amounts[(int)i..])
        {
            if ((ulong)(amount - lowest) <= _last)
            {
                Add(amount);
            }
        }
    }

    public void AppendTo(List<long> amounts, List<long> users)
    {
        if (_users is null)
        {
            _gathered.Sort();
            foreach (var amount in _gathered)
            {
                if (amounts.Count > 0 && amounts[^1] == amount)
                {
                    users[^1]++;
                }
                else
                {
                    amounts.Add(amount);
                    users.Add(1);
                }
            }

            return;
        }

        for (var i = 0; i < _users.Length; i++)
        {
            if (_users[i] != 0)
            {
                amounts.Add(lowest + i);
                users.Add(_users[i]);
            }
        }
    }

    private void Add(long amount)
    {
        if (_users is not null)
        {
            _users[amount - lowest]++;
        }
        else
        {
            _gathered.Add(amount);
        }
    }
}
