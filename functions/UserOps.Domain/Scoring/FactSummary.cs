namespace UserOps.Domain.Scoring;

/// <summary>
/// First pass over a part of the users: counts and sums in whole numbers, so that parts add up to the same figures whatever the parts are.
/// </summary>
public sealed class FactSummary
{
    public ExactCounts Recency { get; private init; } = new();

    public ExactCounts Orders { get; private init; } = new();

    public MoneyCounts Amount { get; private init; } = new();

    /// <summary>Users with an order that counts.</summary>
    public long Users => Amount.Total;

    public static FactSummary Of(FactColumns facts)
    {
        var summary = new FactSummary();
        summary.Recency.Count(facts.RecencyDays);
        summary.Orders.Count(facts.Orders);
        summary.Amount.Count(facts.AmountMinor);
        return summary;
    }

    public void Add(FactSummary other)
    {
        Recency.Add(other.Recency);
        Orders.Add(other.Orders);
        Amount.Add(other.Amount);
    }

    public byte[] ToBytes()
    {
        var writer = new VarintWriter(4_096);
        Write(writer);
        return writer.ToArray();
    }

    public static FactSummary FromBytes(ReadOnlySpan<byte> bytes)
    {
        var reader = new VarintReader(bytes);
        return Read(ref reader);
    }

    internal void Write(VarintWriter writer)
    {
        Recency.Write(writer);
        Orders.Write(writer);
        Amount.Write(writer);
    }

    internal static FactSummary Read(ref VarintReader reader) =>
        new() { Recency = ExactCounts.Read(ref reader), Orders = ExactCounts.Read(ref reader), Amount = MoneyCounts.Read(ref reader) };
}
