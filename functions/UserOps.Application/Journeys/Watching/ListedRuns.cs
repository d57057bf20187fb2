namespace UserOps.Application.Journeys.Watching;

/// <param name="Next">Hand it back as <c>from</c> for the next page; null at the end. A page may hold fewer runs than asked for, even none, and name a next one.</param>
public sealed record ListedRuns(IReadOnlyList<ListedRun> Runs, string? Next);
