namespace UserOps.Domain.Scoring;

/// <summary>Where high begins in each dimension of the eight-segment map, as whole values.</summary>
/// <param name="RecencyAtMost">Days.</param>
/// <param name="OrdersAtLeast">Orders.</param>
/// <param name="AmountAtLeast">Minor units.</param>
public readonly record struct EightThresholds(long RecencyAtMost, long OrdersAtLeast, long AmountAtLeast)
{
    /// <returns>Bits R F M, high is 1: position in <see cref="SegmentCatalog.Eight"/>.</returns>
    public byte Place(int recencyDays, int orders, long amountMinor) =>
        (byte)((recencyDays <= RecencyAtMost ? 4 : 0) + (orders >= OrdersAtLeast ? 2 : 0) + (amountMinor >= AmountAtLeast ? 1 : 0));
}
