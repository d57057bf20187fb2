using UserOps.Application.Events;
using UserOps.Application.Operations;
using UserOps.Application.Orders.Import;
using UserOps.Application.Queues;
using UserOps.Application.Settings;
using UserOps.Application.Storage;
using UserOps.Application.Users;
using UserOps.LocalHost.Orders;
using UserOps.LocalHost.Queues;
using UserOps.LocalHost.Storage;
using UserOps.LocalHost.Workers;

namespace UserOps.LocalHost.Hosting;

/// <summary>The adapters and workers of this host.</summary>
internal static class LocalHostServices
{
    public static IServiceCollection AddLocalHost(this IServiceCollection services, LocalHostOptions options, ListenPolicy policy, DataFolder folder)
    {
        services
            .AddSingleton(options.Clock)
            .AddSingleton<IHostLifetime, QuietLifetime>()
            .AddSingleton(policy.Access)
            .AddSingleton(new UserKeys(folder.IdentityKey))
            .AddSingleton(_ => LocalDatabase.Open(folder))
            .AddSingleton<ITableStore, SqliteTableStore>()
            .AddSingleton<SqliteMessageQueue>()
            .AddSingleton<IMessageQueue>(provider => provider.GetRequiredService<SqliteMessageQueue>())
            .AddSingleton<Func<ISortRows>>(() => new SqliteRowSorter())
            .AddSingleton<PinWorkspace>()
            .AddSingleton(Worker);
        return options.Workers ? services.AddHostedService<QueueLoop>().AddHostedService<InboxLoop>().AddHostedService<ScoringLoop>() : services;
    }

    private static QueueWorker Worker(IServiceProvider provider) => new(
        provider.GetRequiredService<SqliteMessageQueue>(),
        provider.GetRequiredService<HandleMessage>().RunAsync,
        provider.GetRequiredService<BuryMessage>(),
        provider.GetRequiredService<UserOpsSettings>().Limits,
        provider.GetRequiredService<ILogger<QueueWorker>>());
}
