namespace UserOps.Application.Scoring;

/// <param name="Summary">A <see cref="Domain.Scoring.FactSummary"/> of all buckets.</param>
/// <param name="Bins">Bins of money that the second pass looks at; none: it is not needed.</param>
internal sealed record MergedSummary(byte[] Summary, IReadOnlyList<int> Bins);
