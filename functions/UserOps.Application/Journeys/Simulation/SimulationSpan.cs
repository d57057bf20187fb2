namespace UserOps.Application.Journeys.Simulation;

/// <summary>The time that is gone through.</summary>
/// <param name="From">The journey is open from here on; what was before is known of the person.</param>
/// <param name="To">Exclusive: what happens from here on is not known.</param>
/// <param name="Horizon">Until when runs go on, with nothing more happening to the person.</param>
internal sealed record SimulationSpan(DateTimeOffset From, DateTimeOffset To, DateTimeOffset Horizon);
