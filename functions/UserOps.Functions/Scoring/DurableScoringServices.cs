using Microsoft.Extensions.DependencyInjection;
using UserOps.Application.Queues;
using UserOps.Application.Scoring;
using UserOps.Functions.Recommendations;

namespace UserOps.Functions.Scoring;

public static class DurableScoringServices
{
    /// <summary>Scoring by orchestrations in place of this process's worker. After <c>AddUserOps</c>.</summary>
    /// <param name="hints">The queue <see cref="Queues.QueueNames.Scoring"/>.</param>
    public static IServiceCollection AddDurableScoring(this IServiceCollection services, IMessageQueue hints) =>
        services
            .AddSingleton(new QueuedScoringTrigger(hints))
            .AddSingleton<IScoringTrigger>(provider => provider.GetRequiredService<QueuedScoringTrigger>())
            .AddSingleton<StartWantedRuns>()
            .AddSingleton<YieldRun>()
            .AddSingleton<HeldSteps>()
            .AddSingleton<EndRun>()
            .AddSingleton<StartDueRecommendations>();
}
