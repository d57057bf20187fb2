namespace UserOps.Domain.Scoring;

/// <summary>Figures of users as columns of equal length: what the kernel works on.</summary>
/// <param name="recencyDays">Days from the last order to the scored day.</param>
/// <param name="orders">At least 1: users without an order that counts are not scored.</param>
/// <param name="amountMinor">Minor units.</param>
public readonly ref struct FactColumns(ReadOnlySpan<int> recencyDays, ReadOnlySpan<int> orders, ReadOnlySpan<long> amountMinor)
{
    public ReadOnlySpan<int> RecencyDays { get; } = recencyDays;

    public ReadOnlySpan<int> Orders { get; } = orders;

    public ReadOnlySpan<long> AmountMinor { get; } = amountMinor;

    public int Length => RecencyDays.Length;

    public FactColumns Slice(int start, int length) =>
        new(RecencyDays.Slice(start, length), Orders.Slice(start, length), AmountMinor.Slice(start, length));
}
