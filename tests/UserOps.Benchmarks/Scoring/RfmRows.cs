using System.Globalization;
using System.Runtime.InteropServices;

namespace UserOps.Benchmarks.Scoring;

/// <summary>Figures of users with the shape of a shop's: many recent, few with many orders, amounts over several powers of ten.</summary>
internal sealed record RfmRows(int[] RecencyDays, int[] Orders, long[] AmountMinor)
{
    public int Count => Orders.Length;

    public static RfmRows Generate(int count, int seed)
    {
        var random = new Random(seed);
        var rows = new RfmRows(new int[count], new int[count], new long[count]);
        for (var i = 0; i < count; i++)
        {
            rows.RecencyDays[i] = (int)Math.Min(1_460, -180 * Math.Log(1 - random.NextDouble()));
            rows.Orders[i] = 1 + (int)(-2.5 * Math.Log(1 - random.NextDouble()));
            var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            rows.AmountMinor[i] = (long)(rows.Orders[i] * 4_500 * Math.Exp(0.8 * normal));
        }

        return rows;
    }

    /// <summary>Little-endian columns for NumPy, comma-separated rows for DuckDB.</summary>
    public async Task WriteAsync(string folder)
    {
        await File.WriteAllBytesAsync(Path.Combine(folder, "recency.i32"), MemoryMarshal.AsBytes(RecencyDays.AsSpan()).ToArray());
        await File.WriteAllBytesAsync(Path.Combine(folder, "orders.i32"), MemoryMarshal.AsBytes(Orders.AsSpan()).ToArray());
        await File.WriteAllBytesAsync(Path.Combine(folder, "amount.i64"), MemoryMarshal.AsBytes(AmountMinor.AsSpan()).ToArray());
        await using var csv = new StreamWriter(Path.Combine(folder, "rows.csv"));
        await csv.WriteLineAsync("id,recency,orders,amount");
        for (var i = 0; i < Count; i++)
        {
            await csv.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{i},{RecencyDays[i]},{Orders[i]},{AmountMinor[i]}"));
        }
    }
}
