namespace UserOps.Application.Scoring;

/// <summary>In natural units; a value from the cut point on belongs to the next score.</summary>
internal sealed record CutPointsView(IReadOnlyList<decimal> RecencyDays, IReadOnlyList<decimal> Orders, IReadOnlyList<decimal> Amount, string Currency);
