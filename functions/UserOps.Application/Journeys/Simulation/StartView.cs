namespace UserOps.Application.Journeys.Simulation;

/// <param name="Outcome"><c>started</c>, <c>known</c> (an earlier start of the same run) or <c>refused</c>.</param>
/// <param name="Reason">Of a refusal.</param>
public sealed record StartView(DateTimeOffset At, string Journey, string Outcome, string? Reason);
