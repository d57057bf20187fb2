namespace UserOps.Application.Operations;

/// <summary>Journeys' runs that nothing has advanced though their time has come.</summary>
/// <param name="Oldest">When the longest overdue was due.</param>
public sealed record Overdue(int Count, DateTimeOffset Oldest);
