using UserOps.Application.Queues;
using UserOps.Application.Storage;
using UserOps.LocalHost.Queues;

namespace UserOps.LocalHost.Storage;

internal static class LocalStorageServices
{
    /// <summary>The storage and queue ports on a data folder that is open already; the folder stays its opener's to dispose, after the services.</summary>
    internal static IServiceCollection AddLocalStorage(this IServiceCollection services, DataFolder folder) => services
        .AddSingleton(folder)
        .AddSingleton(_ => LocalDatabase.Open(folder))
        .AddSingleton<ITableStore, SqliteTableStore>()
        .AddSingleton<SqliteMessageQueue>()
        .AddSingleton<IMessageQueue>(provider => provider.GetRequiredService<SqliteMessageQueue>());
}
