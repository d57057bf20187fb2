using Microsoft.Extensions.DependencyInjection;
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
            .AddSingleton<JourneyDoors>()
            .AddSingleton<IWatchStarts, UnwatchedStarts>()
            .AddSingleton<EnterJourneys>()
            .AddSingleton<StartRun>()
            .AddSingleton<JourneyRunRows>()
            .AddSingleton<RunSummaries>()
            .AddSingleton<RunAlarms>()
            .AddSingleton<PersonInSight>()
            .AddSingleton<LoadRun>()
            .AddSingleton<CommitRun>()
            .AddSingleton<RunSight>()
            .AddSingleton<CallEndpoint>()
            .AddSingleton<PerformStep>()
            .AddSingleton<AdvanceRun>()
            .AddSingleton<IAdvanceRuns>(provider => provider.GetRequiredService<AdvanceRun>())
            .AddSingleton<ReadJourney>()
            .AddSingleton<ListJourneys>();
    }
}
