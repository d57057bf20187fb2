using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using UserOps.Application;
using UserOps.Application.Operations;
using UserOps.Application.Queues;
using UserOps.Application.Settings;
using UserOps.Application.Storage;
using UserOps.Functions.Journeys;
using UserOps.Functions.Messages;
using UserOps.Functions.Queues;
using UserOps.Functions.Scoring;
using UserOps.Functions.Storage;

namespace UserOps.Functions.Hosting;

/// <summary>Puts the application together over Azure storage.</summary>
public static class FunctionsServices
{
    /// <exception cref="SettingsException">The application settings are not right; nothing starts.</exception>
    public static IServiceCollection AddUserOpsFunctions(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var development = DevelopmentMachine.Is(configuration);
        var settings = FunctionsSettings.Read(configuration, development);
        var storage = new AzureStorageClients(settings.Storage);
        var events = storage.Queue(QueueNames.Events);
        services
            .AddUserOps(settings.UserOps)
            .AddSingleton(settings.UserKeys)
            .AddSingleton(settings.Access)
            .AddSingleton(storage)
            .AddSingleton<ITableStore>(new AzureTableStore(storage.Table()))
            .AddSingleton<IMessageQueue>(new AzureMessageQueue(events))
            .AddKeyedSingleton<IMessageQueue>(QueueNames.PoisonedEvents, new AzureMessageQueue(storage.Queue(QueueNames.PoisonedEvents)))
            .AddSingleton<IHealthProbe>(new QueueProbe(events))
            .AddSingleton<DeliverMessage>()
            .AddSingleton<PinWorkspace>()
            .AddEmail(settings.Email)
            .AddDurableScoring(new AzureMessageQueue(storage.Queue(QueueNames.Scoring)))
            .AddDurableJourneys(new AzureMessageQueue(storage.Queue(QueueNames.Journeys)));
        return (development ? services.AddHostedService<CreateStorage>() : services).AddHostedService<PrepareStart>();
    }
}
