namespace UserOps.Domain.Orders;

/// <summary>
/// A multiset of <see cref="PurchaseEntry"/> kept as sums per (order day, effective day), ascending; immutable. Adding is commutative, and what was added
/// can be taken out again.
/// </summary>
[System.Text.Json.Serialization.JsonConverter(typeof(PurchaseHistoryJson))]
public sealed class PurchaseHistory
{
    /// <summary>Beyond this many entries, days older than three years before the newest one are kept by month only.</summary>
    public const int MaxEntries = 3_000;

    /// <summary>
    /// Beyond this many bytes even fewer days stay days: a till that books all its customers on one record must not end in a profile that no row holds.
    /// </summary>
    public const int MaxBytes = 60 * 1024;

    private static readonly int[] DaysKept = [400, 100, 31];

    public static readonly PurchaseHistory Empty = new([], int.MinValue);

    private readonly PurchaseEntry[] _entries;

    private PurchaseHistory(PurchaseEntry[] entries, int monthlyBefore)
    {
        _entries = entries;
        MonthlyBefore = monthlyBefore;
    }

    public ReadOnlySpan<PurchaseEntry> Entries => _entries;

    /// <summary>Days before this one stand as the first day of their month.</summary>
    public int MonthlyBefore { get; }

    /// <summary>Each order day as of the end of <paramref name="day"/>, also those of which nothing is left.</summary>
    public PurchaseDays DaysAsOf(int day) => new(_entries, day);

    /// <summary>As of the end of <paramref name="day"/>, counting orders placed within the last <paramref name="windowDays"/> days up to it (null: all).</summary>
    public Purchases AsOf(int day, int? windowDays = null)
    {
        var from = windowDays is { } window ? day - window + 1 : int.MinValue;
        int? first = null, last = null;
        var orders = 0;
        long amount = 0;
        foreach (var placed in DaysAsOf(day))
        {
            if (placed.Day < from)
            {
                continue;
            }

            orders += placed.Orders;
            amount += placed.AmountMinor;
            if (placed.Orders > 0)
            {
                first ??= placed.Day;
                last = placed.Day;
            }
        }

        return new(first, last, orders, amount);
    }

    /// <summary>Takes out what an order contributed before and adds what it contributes now.</summary>
    public PurchaseHistory Replace(IEnumerable<PurchaseEntry> before, IEnumerable<PurchaseEntry> after)
    {
        var sums = new SortedDictionary<(int, int), (int Orders, long Amount)>();
        foreach (var entry in _entries)
        {
            sums[(entry.OrderDay, entry.EffectiveDay)] = (entry.Orders, entry.AmountMinor);
        }

        void Add(PurchaseEntry entry, int sign)
        {
            var at = Bucketed(entry, MonthlyBefore);
            var (orders, amount) = sums.GetValueOrDefault((at.OrderDay, at.EffectiveDay));
            sums[(at.OrderDay, at.EffectiveDay)] = (orders + (sign * at.Orders), amount + (sign * at.AmountMinor));
        }

        foreach (var entry in before)
        {
            Add(entry, -1);
        }

        foreach (var entry in after)
        {
            Add(entry, 1);
        }

        PurchaseEntry[] entries =
            [.. from pair in sums where pair.Value != default select new PurchaseEntry(pair.Key.Item1, pair.Key.Item2, pair.Value.Orders, pair.Value.Amount)];
        return entries.Length > MaxEntries ? Compact(entries, MonthlyBefore) : new(entries, MonthlyBefore);
    }

    private static PurchaseHistory Compact(PurchaseEntry[] entries, int monthlyBefore)
    {
        var compacted = Monthly(entries, monthlyBefore, entries[^1].OrderDay - (3 * 365));
        foreach (var daysKept in DaysKept)
        {
            if (compacted.ToBytes().Length <= MaxBytes)
            {
                break;
            }

            compacted = Monthly(compacted._entries, compacted.MonthlyBefore, compacted._entries.Max(e => e.EffectiveDay) - daysKept);
        }

        return compacted;
    }

    private static PurchaseHistory Monthly(PurchaseEntry[] entries, int monthlyBefore, int day)
    {
        // Never back to days once months were made of them: what an order added must be taken out where it was put.
        var before = Math.Max(monthlyBefore, FirstOfMonth(day));
        var compacted = entries.Select(e => Bucketed(e, before))
            .GroupBy(e => (e.OrderDay, e.EffectiveDay))
            .Select(g => new PurchaseEntry(g.Key.OrderDay, g.Key.EffectiveDay, g.Sum(e => e.Orders), g.Sum(e => e.AmountMinor)))
            .Where(e => e.Orders != 0 || e.AmountMinor != 0)
            .OrderBy(e => e.OrderDay).ThenBy(e => e.EffectiveDay);
        return new([.. compacted], before);
    }

    private static PurchaseEntry Bucketed(PurchaseEntry entry, int monthlyBefore) => entry with
    {
        OrderDay = entry.OrderDay < monthlyBefore ? FirstOfMonth(entry.OrderDay) : entry.OrderDay,
        EffectiveDay = entry.EffectiveDay < monthlyBefore ? FirstOfMonth(entry.EffectiveDay) : entry.EffectiveDay,
    };

    private static int FirstOfMonth(int day)
    {
        var date = DateOnly.FromDayNumber(day + Days.Epoch);
        return new DateOnly(date.Year, date.Month, 1).DayNumber - Days.Epoch;
    }

    /// <summary>Variable-length integers, each entry as differences from the one before: about six bytes an order.</summary>
    public byte[] ToBytes()
    {
        var writer = new VarintWriter(8 + (_entries.Length * 8));
        writer.Write(MonthlyBefore == int.MinValue ? 0 : MonthlyBefore + 1_000_000);
        writer.Write(_entries.Length);
        var previous = 0;
        foreach (var entry in _entries)
        {
            writer.Write(entry.OrderDay - previous);
            writer.Write(entry.EffectiveDay - entry.OrderDay);
            writer.Write(entry.Orders);
            writer.Write(entry.AmountMinor);
            previous = entry.OrderDay;
        }

        return writer.ToArray();
    }

    /// <exception cref="FormatException">The bytes were not written by <see cref="ToBytes"/>.</exception>
    public static PurchaseHistory FromBytes(ReadOnlySpan<byte> bytes)
    {
        var reader = new VarintReader(bytes);
        var monthly = (int)reader.Read();
        var entries = new PurchaseEntry[(int)reader.Read()];
        var previous = 0;
        for (var i = 0; i < entries.Length; i++)
        {
            var orderDay = previous + (int)reader.Read();
            entries[i] = new(orderDay, orderDay + (int)reader.Read(), (int)reader.Read(), reader.Read());
            previous = orderDay;
        }

        return entries.Length == 0 && monthly == 0 ? Empty : new(entries, monthly == 0 ? int.MinValue : monthly - 1_000_000);
    }

    public override bool Equals(object? obj) =>
        obj is PurchaseHistory other && MonthlyBefore == other.MonthlyBefore && Entries.SequenceEqual(other.Entries);

    public override int GetHashCode() => HashCode.Combine(_entries.Length, MonthlyBefore, _entries.Length > 0 ? _entries[^1] : default);
}
