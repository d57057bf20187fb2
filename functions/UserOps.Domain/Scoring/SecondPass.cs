using UserOps.Domain.Scoring.Value;

namespace UserOps.Domain.Scoring;

/// <summary>What the second pass over a part of the users finds.</summary>
/// <param name="HoldOut">Empty where there is no hold-out check.</param>
/// <param name="Lifetimes">Lifetime values in minor units; empty where none can be told.</param>
public sealed record SecondPass(MoneySelection Selection, HoldOutFacts HoldOut, MoneyCounts Lifetimes)
{
    public static SecondPass Empty => new(MoneySelection.None, new(0, 0, 0), new());

    /// <summary>Takes another part's figures in.</summary>
    public SecondPass With(SecondPass other)
    {
        HoldOut.Add(other.HoldOut);
        Lifetimes.Add(other.Lifetimes);
        return this with { Selection = Selection + other.Selection };
    }

    public byte[] ToBytes()
    {
        var writer = new VarintWriter(4_096);
        Selection.Write(writer);
        HoldOut.Write(writer);
        Lifetimes.Write(writer);
        return writer.ToArray();
    }

    public static SecondPass FromBytes(ReadOnlySpan<byte> bytes)
    {
        var reader = new VarintReader(bytes);
        return new(MoneySelection.Read(ref reader), HoldOutFacts.Read(ref reader), MoneyCounts.Read(ref reader));
    }
}
