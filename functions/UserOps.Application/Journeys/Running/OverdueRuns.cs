namespace UserOps.Application.Journeys.Running;

/// <summary>Runs that nothing has advanced though their time has come.</summary>
/// <param name="Count">Exact up to a thousand of each kind of alarm and shard.</param>
/// <param name="Oldest">When the longest overdue was due; null: there is none.</param>
/// <param name="First">One alarm a run, the longest overdue first.</param>
public sealed record OverdueRuns(int Count, DateTimeOffset? Oldest, IReadOnlyList<RunAlarm> First);
