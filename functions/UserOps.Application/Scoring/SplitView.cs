namespace UserOps.Application.Scoring;

/// <summary>Where high begins in the eight-segment map.</summary>
internal sealed record SplitView(long RecencyDaysAtMost, long OrdersAtLeast, decimal AmountAtLeast);
