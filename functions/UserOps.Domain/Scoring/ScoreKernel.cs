using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace UserOps.Domain.Scoring;

/// <summary>Scores of many users at once: four compares a value and no branch.</summary>
public sealed class ScoreKernel
{
    private readonly int[] _recency;
    private readonly int[] _orders;
    private readonly long[] _amount;

    public ScoreKernel(CutPoints cuts)
    {
        _recency = [.. cuts.Recency.Select(c => (int)Math.Clamp(c.LastBelow, int.MinValue, int.MaxValue))];
        _orders = [.. cuts.Frequency.Select(c => (int)Math.Clamp(c.LastBelow, int.MinValue, int.MaxValue))];
        _amount = [.. cuts.Monetary.Select(c => c.LastBelow)];
        if (_recency.Length != CutPoints.Count || _orders.Length != CutPoints.Count || _amount.Length != CutPoints.Count)
        {
            throw new ArgumentException("A dimension has four cut points.", nameof(cuts));
        }
    }

    /// <param name="codes">One for each user: <see cref="RfmCode"/>.</param>
    public void Score(FactColumns facts, Span<byte> codes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(codes.Length, facts.Length);
        var done = Vector512.IsHardwareAccelerated || Vector256.IsHardwareAccelerated ? ScoreInVectors(facts, codes) : 0;
        for (var i = done; i < facts.Length; i++)
        {
            codes[i] = Score(facts.RecencyDays[i], facts.Orders[i], facts.AmountMinor[i]);
        }
    }

    public byte Score(int recencyDays, int orders, long amountMinor)
    {
        int r = 4, f = 0, m = 0;
        for (var k = 0; k < CutPoints.Count; k++)
        {
            r -= recencyDays > _recency[k] ? 1 : 0;
            f += orders > _orders[k] ? 1 : 0;
            m += amountMinor > _amount[k] ? 1 : 0;
        }

        return (byte)((r * 25) + (f * 5) + m);
    }

    /// <summary>Sixteen users a step.</summary>
    private int ScoreInVectors(FactColumns facts, Span<byte> codes)
    {
        Vector512<int> r0 = Vector512.Create(_recency[0]), r1 = Vector512.Create(_recency[1]), r2 = Vector512.Create(_recency[2]), r3 = Vector512.Create(_recency[3]);
        Vector512<int> f0 = Vector512.Create(_orders[0]), f1 = Vector512.Create(_orders[1]), f2 = Vector512.Create(_orders[2]), f3 = Vector512.Create(_orders[3]);
        Vector512<long> m0 = Vector512.Create(_amount[0]), m1 = Vector512.Create(_amount[1]), m2 = Vector512.Create(_amount[2]), m3 = Vector512.Create(_amount[3]);
        ref var recency = ref MemoryMarshal.GetReference(facts.RecencyDays);
        ref var orders = ref MemoryMarshal.GetReference(facts.Orders);
        ref var amount = ref MemoryMarshal.GetReference(facts.AmountMinor);
        ref var code = ref MemoryMarshal.GetReference(codes);
        nuint i = 0;
        for (; i + 16 <= (nuint)facts.Length; i += 16)
        {
            // A compare that holds is −1, so sums of compares are minus the number of boundaries reached.
            var r = Reached(Vector512.LoadUnsafe(ref recency, i), r0, r1, r2, r3);
            var f = Reached(Vector512.LoadUnsafe(ref orders, i), f0, f1, f2, f3);
            var m = Vector512.Narrow(
                Reached(Vector512.LoadUnsafe(ref amount, i), m0, m1, m2, m3), Reached(Vector512.LoadUnsafe(ref amount, i + 8), m0, m1, m2, m3));
            var all = (r * 25) - (f * 5) - m + Vector512.Create(100);
            Narrow(all).StoreUnsafe(ref code, i);
        }

        return (int)i;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Reached<T>(Vector512<T> values, Vector512<T> c0, Vector512<T> c1, Vector512<T> c2, Vector512<T> c3) =>
        Vector512.GreaterThan(values, c0) + Vector512.GreaterThan(values, c1) + Vector512.GreaterThan(values, c2) + Vector512.GreaterThan(values, c3);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Narrow(Vector512<int> values)
    {
        var halves = Vector256.Narrow(values.GetLower(), values.GetUpper());
        return Vector128.Narrow(halves.GetLower(), halves.GetUpper()).AsByte();
    }
}
