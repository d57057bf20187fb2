namespace UserOps.Application.Journeys.Simulation;

/// <param name="Until">When it is looked at again at the latest; something that happens may come first.</param>
/// <param name="Because"><c>step</c>: waiting is what the step is for; else <c>quiet-hours</c>, <c>capped</c>.</param>
public sealed record WaitWayView(DateTimeOffset At, DateTimeOffset Until, string Because);
