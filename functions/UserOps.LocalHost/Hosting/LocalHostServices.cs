using UserOps.Application.Events;
using UserOps.Application.Journeys;
using UserOps.Application.Journeys.Jobs;
using UserOps.Application.Journeys.Running;
using UserOps.Application.Operations;
using UserOps.Application.Orders.Import;
using UserOps.Application.Queues;
using UserOps.Application.Scoring;
using UserOps.Application.Segments.Reviews;
using UserOps.Application.Segments.Sweeps;
using UserOps.Application.Settings;
using UserOps.Application.Storage;
using UserOps.Application.Users;
using UserOps.LocalHost.Clocks;
using UserOps.LocalHost.Journeys;
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
            .AddSingleton(new VirtualClock(options.Clock))
            .AddSingleton<TimeProvider>(provider => provider.GetRequiredService<VirtualClock>())
            .AddSingleton<ClockLead>()
            .AddSingleton<IHostLifetime, QuietLifetime>()
            .AddSingleton(policy.Access)
            .AddSingleton(new UserKeys(folder.IdentityKey))
            .AddSingleton(provider => OwnAddress.Of(provider, policy))
            .AddSingleton(_ => LocalDatabase.Open(folder))
            .AddSingleton<ITableStore, SqliteTableStore>()
            .AddSingleton<SqliteMessageQueue>()
            .AddSingleton<IMessageQueue>(provider => provider.GetRequiredService<SqliteMessageQueue>())
            .AddSingleton<Func<ISortRows>>(() => new SqliteRowSorter())
            .AddSingleton<PinWorkspace>()
            .AddSingleton<AlarmBell>()
            .AddSingleton<IRunDriver, LocalRunDriver>()
            .AddSingleton(Worker);
        return !options.Workers ? services
            : options.VirtualClock ? services.AddSingleton<SteppedWork>().AddSingleton(Works).AddHostedService<SteppedLoop>()
            : services.AddHostedService<QueueLoop>().AddHostedService<InboxLoop>().AddHostedService<JobsLoop>().AddHostedService<SweepsLoop>().AddHostedService<ReviewsLoop>().AddHostedService<ScoringLoop>().AddHostedService<AlarmLoop>();
    }

    /// <summary>What the loops call, for whoever calls it in their place.</summary>
    private static IReadOnlyList<DueWork> Works(IServiceProvider provider) =>
    [
        new(provider.GetRequiredService<QueueWorker>().RunOnceAsync),
        new(async cancel => await provider.GetRequiredService<SweepInbox>().RunOnceAsync(cancel)),
        new(async cancel => await provider.GetRequiredService<SweepJobs>().RunOnceAsync(cancel)),
        new(async cancel => await provider.GetRequiredService<ResumeSweeps>().RunOnceAsync(cancel)),
        new(provider.GetRequiredService<ReviewDueUsers>().RunOnceAsync),
        new(async cancel => await provider.GetRequiredService<ScoringWorker>().RunOnceAsync(cancel)),
        new(OneByOne(provider).RunOnceAsync),
    ];

    /// <summary>Whoever moves the clock sees one thing happen after the other.</summary>
    private static AlarmWorker OneByOne(IServiceProvider provider) => new(
        provider.GetRequiredService<RunAlarms>(),
        provider.GetRequiredService<DriveRun>(),
        provider.GetRequiredService<TimeProvider>(),
        provider.GetRequiredService<ILogger<AlarmWorker>>())
    {
        AtOnce = 1,
    };

    private static QueueWorker Worker(IServiceProvider provider) => new(
        provider.GetRequiredService<SqliteMessageQueue>(),
        provider.GetRequiredService<HandleMessage>().RunAsync,
        provider.GetRequiredService<BuryMessage>(),
        provider.GetRequiredService<UserOpsSettings>().Limits,
        provider.GetRequiredService<ILogger<QueueWorker>>());
}
