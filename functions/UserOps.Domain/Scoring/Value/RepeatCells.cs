namespace UserOps.Domain.Scoring.Value;

/// <summary>
/// What the BG/NBD and the Gamma-Gamma model are fitted on, as cells that add up over buckets: of every customer (x, tx or tx − T, T) in days, of repeat buyers with a positive
/// amount (x, amount of the repeat days).
/// </summary>
public sealed class RepeatCells
{
    /// <summary>Minor units; what is beyond no shop sells, and would only stop the sums.</summary>
    private const long MostMinor = 1L << 50;

    public RepeatCells()
        : this(Cells.Most)
    {
    }

    internal RepeatCells(int limit) => (Rhythm, Spending) = (new(limit), new(limit));

    internal Cells Rhythm { get; private init; }

    internal Cells Spending { get; private init; }

    /// <summary>The longest T, in days; null without customers.</summary>
    public int? OldestDays { get; private set; }

    /// <summary>Every cell holds customers of equal figures only.</summary>
    public bool AllExact => Rhythm.AllExact && Spending.AllExact;

    public int Count => Rhythm.Count + Spending.Count;

    /// <summary>
    /// The last purchase counts from the nearer end, from the first purchase on or (negative) back from the day, because the likelihood bends most near both. For a customer
    /// without a repeat the model asks for T only.
    /// </summary>
    public void Add(RepeatSummary customer)
    {
        OldestDays = Math.Max(OldestDays ?? 0, customer.AgeDays);
        var silent = customer.AgeDays - customer.RecencyDays;
        Rhythm.Add(customer.Repeats, customer.RecencyDays <= silent ? customer.RecencyDays : -silent, customer.AgeDays);
        if (customer is { Repeats: > 0, RepeatMinor: > 0 })
        {
            Spending.Add(customer.Repeats, Math.Min(customer.RepeatMinor, MostMinor), 0);
        }
    }

    public void Add(RepeatCells other)
    {
        OldestDays = other.OldestDays is { } oldest ? Math.Max(OldestDays ?? 0, oldest) : OldestDays;
        Rhythm.Add(other.Rhythm);
        Spending.Add(other.Spending);
    }

    public byte[] ToBytes()
    {
        var writer = new VarintWriter(16 * (Rhythm.Count + Spending.Count));
        Write(writer);
        return writer.ToArray();
    }

    public static RepeatCells FromBytes(ReadOnlySpan<byte> bytes)
    {
        var reader = new VarintReader(bytes);
        return Read(ref reader);
    }

    /// <summary>Sum of tx in days.</summary>
    internal static long RecencyDays(CellSums rhythm) => rhythm.First == 0 ? 0 : rhythm.Second > 0 ? rhythm.Second : rhythm.Third + rhythm.Second;

    internal void Write(VarintWriter writer)
    {
        writer.Write(OldestDays ?? -1);
        Rhythm.Write(writer);
        Spending.Write(writer);
    }

    internal static RepeatCells Read(ref VarintReader reader) => new()
    {
        OldestDays = reader.Read() is var oldest and >= 0 ? (int)oldest : null,
        Rhythm = Cells.Read(ref reader),
        Spending = Cells.Read(ref reader),
    };
}
