namespace UserOps.Application.Journeys.Simulation;

/// <summary>That a run lay down to sleep.</summary>
/// <param name="Because">What the step's turn waits for; null: waiting is what the step is for.</param>
internal sealed record SimulatedWait(string Run, string Step, int Occurrence, DateTimeOffset At, DateTimeOffset Until, string? Because);
