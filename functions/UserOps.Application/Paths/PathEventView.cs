namespace UserOps.Application.Paths;

/// <param name="Share">Of all occurrences of the event asked about, 0 to 1.</param>
/// <param name="Users">With how many people.</param>
public sealed record PathEventView(string Event, long Count, double Share, long Users);
