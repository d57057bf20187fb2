namespace UserOps.Application.Journeys.Running;

/// <param name="Count">Of all that are overdue.</param>
/// <param name="Runs">The longest overdue, at most 100.</param>
public sealed record OverduePage(int Count, IReadOnlyList<OverdueRun> Runs);
