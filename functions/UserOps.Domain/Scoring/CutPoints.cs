namespace UserOps.Domain.Scoring;

/// <summary>Four ascending boundaries in each dimension: a value scores one more for each that it reaches, recency the other way round.</summary>
/// <param name="Recency">Days.</param>
/// <param name="Frequency">Orders.</param>
/// <param name="Monetary">Minor units.</param>
public sealed record CutPoints(IReadOnlyList<CutPoint> Recency, IReadOnlyList<CutPoint> Frequency, IReadOnlyList<CutPoint> Monetary)
{
    public const int Count = 4;
}
