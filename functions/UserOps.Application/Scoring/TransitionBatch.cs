namespace UserOps.Application.Scoring;

/// <summary>The passages of one batch of score rows, written with them and told afterwards.</summary>
/// <param name="OccurredAt">End of the scored day, or the time of writing when that day had not ended.</param>
public sealed record TransitionBatch(DateOnly AsOf, int Attempt, DateTimeOffset OccurredAt, DateTimeOffset WrittenAt, IReadOnlyList<Transition> Transitions);
