using UserOps.Domain.Paths;

namespace UserOps.Application.Paths;

/// <summary>A whole path.</summary>
/// <param name="Events">The nearest first; empty: nothing came.</param>
/// <param name="Share">Of all occurrences of the event asked about, 0 to 1.</param>
/// <param name="Users">Who took it.</param>
public sealed record PathView(IReadOnlyList<string> Events, PathEnd End, long Count, double Share, long Users);
