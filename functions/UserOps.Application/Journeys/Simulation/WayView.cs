namespace UserOps.Application.Journeys.Simulation;

/// <summary>What becomes of a made-up user.</summary>
/// <param name="Starts">What let the person in, or would not.</param>
/// <param name="Runs">Of the tried journey and of those that it starts, by when they begin.</param>
public sealed record WayView(DateTimeOffset From, DateTimeOffset Until, IReadOnlyList<StartView> Starts, IReadOnlyList<RunWayView> Runs);
