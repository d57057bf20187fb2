namespace UserOps.Domain.Paths;

/// <param name="Count">How often.</param>
/// <param name="Users">With how many people.</param>
public readonly record struct Frequency(long Count, long Users)
{
    /// <summary>What is certain when so much is taken off.</summary>
    public Frequency Less(long count) => new(Count - count, Math.Min(Users, Count - count));

    public static Frequency operator +(Frequency one, Frequency other) => new(one.Count + other.Count, one.Users + other.Users);
}
