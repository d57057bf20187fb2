namespace UserOps.Application.Journeys.Jobs;

/// <param name="Jobs">The newest first.</param>
/// <param name="Next">Hand it back as <c>from</c> for the next page; null at the end.</param>
public sealed record JobPage(IReadOnlyList<JobView> Jobs, string? Next);
