using Microsoft.Extensions.DependencyInjection;
using UserOps.Application;
using UserOps.Application.Journeys;
using UserOps.Application.Journeys.Running;
using UserOps.Application.Messages;
using UserOps.Application.Queues;
using UserOps.Application.Storage;
using UserOps.Application.Users;
using UserOps.LocalHost.Queues;
using UserOps.LocalHost.Storage;

namespace UserOps.Benchmarks;

/// <summary>The application over a folder's database, with a clock that is moved by hand and no loop running.</summary>
internal sealed class LocalPlace : IDisposable
{
    private readonly DataFolder _folder;
    private readonly LocalDatabase _database;
    private readonly ServiceProvider _services;

    /// <param name="wrap">What the application is to see in place of the store.</param>
    public LocalPlace(string path, DateTimeOffset now, Func<ITableStore, ITableStore>? wrap = null)
    {
        Clock = new(now);
        _folder = DataFolder.Open(path);
        _database = LocalDatabase.Open(_folder);
        var store = new SqliteTableStore(_database);
        Store = wrap?.Invoke(store) ?? store;
        Queue = new(_database, Clock);
        _services = new ServiceCollection()
            .AddLogging()
            .AddUserOps(new())
            .AddSingleton(Store)
            .AddSingleton<IMessageQueue>(Queue)
            .AddSingleton(new UserKeys(new byte[UserKeys.IdentityKeyBytes]))
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<IEmailSender, NoEmail>()
            .AddSingleton<IRunDriver, WakeByAlarm>()
            .BuildServiceProvider();
    }

    public MovedClock Clock { get; }

    public ITableStore Store { get; }

    public SqliteMessageQueue Queue { get; }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public void Dispose()
    {
        _services.Dispose();
        _database.Dispose();
        _folder.Dispose();
    }

    private sealed class WakeByAlarm(RunAlarms alarms) : IRunDriver
    {
        public Task WakeAsync(string userKey, string runId, CancellationToken cancel) => alarms.WakeAsync(userKey, runId, cancel);
    }
}
