using Microsoft.Extensions.DependencyInjection;

namespace UserOps.Application.Messages.Engagement;

internal static class EngagementServices
{
    internal static IServiceCollection AddEngagement(this IServiceCollection services) => services
        .AddLogging()
        .AddSingleton<EngagementPace>()
        .AddSingleton<SayConsent>()
        .AddSingleton<ReadPreferences>()
        .AddSingleton<FindMessage>()
        .AddSingleton<NoteEngagement>()
        .AddSingleton<EnqueueReports>()
        .AddSingleton<HandleReports>()
        .AddSingleton<ReceiveEmailReports>()
        .AddSingleton<ReadMessages>()
        .AddSingleton<ReadConsent>()
        .AddSingleton<ReadInbox>()
        .AddSingleton<MarkInboxRead>();
}
