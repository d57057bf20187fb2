using UserOps.Application.Http;

namespace UserOps.Application.Journeys.Simulation;

public static class SimulationRoutes
{
    public static readonly Route SimulateJourney = new("SimulateJourney", "POST", "api/journeys/{key}/simulate", Access.Marketer, SimulationHandlers.SimulateAsync)
    {
        Doc = new("Says what would have happened to the people of a stored time, or to a made-up one, and touches nobody") { Request = typeof(SimulationRequest), Response = typeof(SimulationView) },
    };

    public static IReadOnlyList<Route> All { get; } = [SimulateJourney];
}
