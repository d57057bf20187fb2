using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace UserOps.Application.Journeys;

public static class JourneyServices
{
    internal static IServiceCollection AddJourneys(this IServiceCollection services)
    {
        services.TryAddSingleton(PlainConditions.Form);
        return services
            .AddSingleton<JourneyRows>()
            .AddSingleton<INameSource, JourneyNames>()
            .AddSingleton<CheckJourney>()
            .AddSingleton<SaveJourney>()
            .AddSingleton<PublishJourney>()
            .AddSingleton<ArchiveJourney>()
            .AddSingleton<FindJourney>()
            .AddSingleton<OpenJourneys>()
            .AddSingleton<ReadJourney>()
            .AddSingleton<ListJourneys>();
    }
}
