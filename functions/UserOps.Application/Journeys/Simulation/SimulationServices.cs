using Microsoft.Extensions.DependencyInjection;

namespace UserOps.Application.Journeys.Simulation;

internal static class SimulationServices
{
    internal static IServiceCollection AddSimulation(this IServiceCollection services) => services
        .AddSingleton<ChooseTrial>()
        .AddSingleton<SimulationTurn>()
        .AddSingleton<SimulateJourney>();
}
