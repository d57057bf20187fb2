namespace UserOps.Domain.Scoring;

/// <summary>A box of scores, all bounds included.</summary>
internal readonly record struct SegmentRule(
    string Name, (int From, int To) Recency, (int From, int To) Frequency, (int From, int To) Monetary)
{
    public bool Holds(RfmCode code) => Within(code.Recency, Recency) && Within(code.Frequency, Frequency) && Within(code.Monetary, Monetary);

    private static bool Within(int score, (int From, int To) bounds) => score >= bounds.From && score <= bounds.To;
}
