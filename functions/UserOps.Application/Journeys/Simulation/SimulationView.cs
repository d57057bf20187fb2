namespace UserOps.Application.Journeys.Simulation;

/// <summary>What would have happened.</summary>
/// <param name="Version">The version that was tried; of a draft the number that it would get.</param>
/// <param name="Figures">Of a range of stored events.</param>
/// <param name="Person">Of a made-up user.</param>
/// <param name="Notes">What to bear in mind, for people.</param>
public sealed record SimulationView(string Journey, int Version, bool Draft, SimulationFigures? Figures, WayView? Person, IReadOnlyList<string> Notes);
