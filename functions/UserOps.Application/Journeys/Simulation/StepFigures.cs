namespace UserOps.Application.Journeys.Simulation;

/// <summary>What happens at one step; of a loop, each time counts.</summary>
/// <param name="Entered">How often it is reached.</param>
/// <param name="Left">By outcome: an arm, <c>case 1</c>, <c>otherwise</c>, <c>event</c>, <c>timeout</c>, <c>done</c>, <c>sent</c>; or how the run ended there.</param>
/// <param name="Skipped">By reason.</param>
/// <param name="Waiting">Runs that are there at the end of the time.</param>
public sealed record StepFigures(string Step, string Type, int Entered, IReadOnlyDictionary<string, int> Left, IReadOnlyDictionary<string, int> Skipped, int Waiting);
