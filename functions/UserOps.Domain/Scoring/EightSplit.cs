namespace UserOps.Domain.Scoring;

/// <summary>Where the eight-segment map divides low from high.</summary>
/// <param name="RecencyDays">For <see cref="SplitBy.Fixed"/>: at most so many days is high.</param>
/// <param name="Orders">For <see cref="SplitBy.Fixed"/>: at least so many is high.</param>
/// <param name="Amount">For <see cref="SplitBy.Fixed"/>: at least so much is high, major units.</param>
public sealed record EightSplit(SplitBy By = SplitBy.Mean, int RecencyDays = 0, int Orders = 0, decimal Amount = 0);
