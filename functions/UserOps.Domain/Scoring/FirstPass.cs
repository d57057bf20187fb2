using UserOps.Domain.Scoring.Value;

namespace UserOps.Domain.Scoring;

/// <summary>What the first pass over a part of the users finds.</summary>
public sealed record FirstPass(FactSummary Summary, RepeatCells Repeats)
{
    public static FirstPass Of(BucketFacts users)
    {
        var repeats = new RepeatCells();
        foreach (var user in users.Users)
        {
            if (user.Repeats is { } customer)
            {
                repeats.Add(customer);
            }
        }

        return new(FactSummary.Of(users.Columns), repeats);
    }

    public byte[] ToBytes()
    {
        var writer = new VarintWriter(4_096);
        Summary.Write(writer);
        Repeats.Write(writer);
        return writer.ToArray();
    }

    public static FirstPass FromBytes(ReadOnlySpan<byte> bytes)
    {
        var reader = new VarintReader(bytes);
        return new(FactSummary.Read(ref reader), RepeatCells.Read(ref reader));
    }
}
