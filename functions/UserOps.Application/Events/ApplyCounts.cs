namespace UserOps.Application.Events;

/// <param name="Applied">Events that were new.</param>
/// <param name="Duplicates">Events that were in already.</param>
/// <param name="Parked">Events that wait for the order they name.</param>
public readonly record struct ApplyCounts(int Applied, int Duplicates, int Parked)
{
    public static ApplyCounts operator +(ApplyCounts a, ApplyCounts b) =>
        new(a.Applied + b.Applied, a.Duplicates + b.Duplicates, a.Parked + b.Parked);
}
