namespace UserOps.Application.Journeys.Simulation;

/// <param name="From">Where the minute or hour begins.</param>
/// <param name="Sent">Messages in it.</param>
public sealed record BusyTime(DateTimeOffset From, int Sent);
