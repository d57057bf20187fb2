namespace UserOps.Application.Scoring;

/// <param name="From">Code; null: in no segment, or not there.</param>
/// <param name="To">Code; null: in no segment any more.</param>
internal sealed record Move(string? From, string? To, long Users);
