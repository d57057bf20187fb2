using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using UserOps.Application.Journeys;
using UserOps.Application.Journeys.Running;
using UserOps.Application.Queues;

namespace UserOps.Functions.Journeys;

public static class DurableJourneyServices
{
    /// <summary>Runs woken by orchestrations. After <c>AddUserOps</c>.</summary>
    /// <param name="hints">The queue <see cref="Queues.QueueNames.Journeys"/>.</param>
    public static IServiceCollection AddDurableJourneys(this IServiceCollection services, IMessageQueue hints) =>
        services
            .AddSingleton<IRunDriver>(provider =>
                new DurableRunDriver(provider.GetRequiredService<RunAlarms>(), hints, provider.GetRequiredService<ILogger<DurableRunDriver>>()))
            .AddSingleton<WakeOrchestration>();
}
