using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using UserOps.Functions.Storage;

namespace UserOps.Functions.Tests.Azurite;

/// <summary>The storage account of the test run: one Azurite, started by whoever needs it first. Each test makes tables and queues of its own.</summary>
public static class AzuriteAccount
{
    private static readonly Lazy<Task<AzuriteProcess>> Running = new(StartAsync);

    public static async Task<string> ConnectionStringAsync() => (await Running.Value).ConnectionString;

    /// <summary>An account that nobody else has.</summary>
    public static async Task<string> NewAsync() => (await Running.Value).NewAccount();

    /// <summary>The very clients of the host, reading the very settings.</summary>
    /// <param name="adjust">Adds policies that watch or disturb.</param>
    public static async Task<AzureStorageClients> ClientsAsync(Action<ClientOptions>? adjust = null)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { [StorageConnectionReader.Section] = await ConnectionStringAsync() })
            .Build();
        var reading = Assert.IsType<StorageReading.Usable>(StorageConnectionReader.Read(configuration));
        return new(reading.Connection, options =>
        {
            // Azurite is one thread for all tests. An answer that comes late would be asked for again, and a contract take its own write for another's.
            options.Retry.NetworkTimeout = TimeSpan.FromMinutes(2);
            adjust?.Invoke(options);
        });
    }

    /// <summary>A new, empty table.</summary>
    public static async Task<TableClient> TableAsync(Action<ClientOptions>? adjust = null)
    {
        var name = "t" + Guid.NewGuid().ToString("N");
        await (await ClientsAsync()).Table(name).CreateAsync();
        return (await ClientsAsync(adjust)).Table(name);
    }

    /// <summary>A new, empty queue.</summary>
    public static async Task<QueueClient> QueueAsync(Action<ClientOptions>? adjust = null)
    {
        var name = "q" + Guid.NewGuid().ToString("N");
        await (await ClientsAsync()).Queue(name).CreateAsync();
        return (await ClientsAsync(adjust)).Queue(name);
    }

    private static async Task<AzuriteProcess> StartAsync()
    {
        var process = await AzuriteProcess.StartAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => process.Dispose();
        return process;
    }
}
