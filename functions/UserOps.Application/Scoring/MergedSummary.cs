using UserOps.Domain.Scoring.Value;

namespace UserOps.Application.Scoring;

/// <param name="Summary">A <see cref="Domain.Scoring.FactSummary"/> of all buckets.</param>
/// <param name="Bins">Bins of money that the second pass looks at; none: it need not look at money.</param>
/// <param name="Value">What the models were fitted to.</param>
/// <param name="StartDay">Of the first purchase, days since 1970-01-01; null without one.</param>
/// <param name="CalibrationDay">Last day that the hold-out check's fit sees; null where there is no check.</param>
internal sealed record MergedSummary(byte[] Summary, IReadOnlyList<int> Bins, ValueModel Value, int? StartDay, int? CalibrationDay);
