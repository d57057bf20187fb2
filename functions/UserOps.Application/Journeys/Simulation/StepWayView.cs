namespace UserOps.Application.Journeys.Simulation;

/// <param name="Reached">When.</param>
/// <param name="Outcome">As in figures: an arm, <c>case 1</c>, <c>timeout</c>, <c>sent</c>, <c>skipped:no-consent</c>; null: the run is still there.</param>
/// <param name="At">When it was left; null: it was not.</param>
/// <param name="Waits">For what it waited on the way, in order.</param>
/// <param name="Message">Of a send step.</param>
public sealed record StepWayView(string Step, string Type, DateTimeOffset Reached, string? Outcome, DateTimeOffset? At, IReadOnlyList<WaitWayView> Waits, MessageWayView? Message);
