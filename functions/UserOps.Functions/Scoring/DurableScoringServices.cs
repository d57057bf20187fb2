using Microsoft.Extensions.DependencyInjection;
using UserOps.Application.Queues;
using UserOps.Application.Scoring;

namespace UserOps.Functions.Scoring;

public static class DurableScoringServices
{
    /// <summary>Scoring by orchestrations in place of this process's worker. After <c>AddUserOps</c>.</summary>
    /// <param name="hints">Gives the queue <see cref="QueuedScoringTrigger.Queue"/>.</param>
    public static IServiceCollection AddDurableScoring(this IServiceCollection services, Func<IServiceProvider, IMessageQueue> hints) =>
        services
            .AddSingleton(provider => new QueuedScoringTrigger(hints(provider)))
            .AddSingleton<IScoringTrigger>(provider => provider.GetRequiredService<QueuedScoringTrigger>())
            .AddSingleton<StartWantedRuns>()
            .AddSingleton<YieldRun>()
            .AddSingleton<HeldSteps>()
            .AddSingleton<EndRun>();
}
