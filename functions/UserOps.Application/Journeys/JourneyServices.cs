using Microsoft.Extensions.DependencyInjection;
using UserOps.Application.Journeys.Shipped;
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
            .AddSingleton<ShippedRows>()
            .AddSingleton<ShipTemplate>()
            .AddSingleton<ShipJourney>()
            .AddSingleton<ListShipped>()
            .AddSingleton<PublishShipped>();
    }
}
