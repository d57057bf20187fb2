using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using UserOps.Application.Journeys.Running;
using UserOps.Domain.Journeys;

namespace UserOps.Application.Journeys;

public static class JourneyServices
{
    internal static IServiceCollection AddJourneys(this IServiceCollection services)
    {
        return services
            .AddSingleton(ConditionForm.Full)
            .AddSingleton<JourneyRows>()
            .AddSingleton<INameSource, JourneyNames>()
            .AddSingleton<INameSource, EndpointNames>()
            .AddSingleton<CheckJourney>()
            .AddSingleton<SaveJourney>()
            .AddSingleton<PublishJourney>()
            .AddSingleton<ArchiveJourney>()
            .AddSingleton<FindJourney>()
            .AddSingleton<OpenJourneys>()
            .AddSingleton<ReadJourney>()
            .AddSingleton<ListJourneys>()
            .AddRunning();
    }

    private static IServiceCollection AddRunning(this IServiceCollection services)
    {
        services.TryAddSingleton<IAdvanceRuns, NoRuns>();
        return services
            .AddSingleton<RunAlarms>()
            .AddSingleton<DriveRun>()
            .AddSingleton<AlarmWorker>()
            .AddSingleton<WatchOverdueRuns>()
            .AddSingleton<ListOverdueRuns>();
    }
}
