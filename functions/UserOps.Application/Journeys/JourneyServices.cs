using Microsoft.Extensions.DependencyInjection;
using UserOps.Application.Journeys.Control;
using UserOps.Application.Journeys.Jobs;
using UserOps.Application.Journeys.Running;
using UserOps.Application.Journeys.Shipped;
using UserOps.Application.Journeys.Watching;
using UserOps.Domain.Journeys;

namespace UserOps.Application.Journeys;

public static class JourneyServices
{
    internal static IServiceCollection AddJourneys(this IServiceCollection services)
    {
        return services
            .AddSingleton(ConditionForm.Full)
            .AddSingleton<JourneyRows>()
            .AddSingleton<GatherNames>()
            .AddSingleton<INameSource, JourneyNames>()
            .AddSingleton<INameSource, EndpointNames>()
            .AddSingleton<INameSource, OwnSegmentNames>()
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
            .AddSingleton<CarryRuns>()
            .AddSingleton<RunSight>()
            .AddSingleton<CallEndpoint>()
            .AddSingleton<PerformStep>()
            .AddSingleton<AdvanceRun>()
            .AddSingleton<IAdvanceRuns>(provider => provider.GetRequiredService<AdvanceRun>())
            .AddSingleton<ReadJourney>()
            .AddSingleton<ListJourneys>()
            .AddSingleton<ShippedRows>()
            .AddSingleton<ShipTemplate>()
            .AddSingleton<ShipJourney>()
            .AddSingleton<ListShipped>()
            .AddSingleton<PublishShipped>()
            .AddRunning()
            .AddJobs()
            .AddControl();
    }

    private static IServiceCollection AddRunning(this IServiceCollection services)
    {
        return services
            .AddSingleton<DriveRun>()
            .AddSingleton<AlarmWorker>()
            .AddSingleton<WatchOverdueRuns>()
            .AddSingleton<ListOverdueRuns>();
    }

    private static IServiceCollection AddJobs(this IServiceCollection services) => services
        .AddSingleton<JobRows>()
        .AddSingleton<CreateJob>()
        .AddSingleton<JobItems>()
        .AddSingleton<RunJob>()
        .AddSingleton<CancelJob>()
        .AddSingleton<SweepJobs>()
        .AddSingleton<ForecastStart>()
        .AddSingleton<StartMany>();

    private static IServiceCollection AddControl(this IServiceCollection services) => services
        .AddSingleton<ControlRun>()
        .AddSingleton<MigrateRun>()
        .AddSingleton<PauseJourney>()
        .AddSingleton<PeopleOf>()
        .AddSingleton<InsideOf>()
        .AddSingleton<FindPeople>()
        .AddSingleton<PlanMigration>()
        .AddSingleton<ControlJourney>()
        .AddSingleton<ListRuns>()
        .AddSingleton<ReadRun>()
        .AddSingleton<ReadFunnel>();
}
