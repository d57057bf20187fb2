using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Queues;

namespace UserOps.Functions.Storage;

/// <summary>Clients of the account's one table and of its queues, all with the same patience. Each is to be made once and shared.</summary>
/// <param name="adjust">A last word on the clients' options, for whoever watches or disturbs their requests.</param>
public sealed class AzureStorageClients(StorageConnection connection, Action<ClientOptions>? adjust = null)
{
    public const string TableName = "userops";

    public TableClient Table(string name = TableName) => connection.Table(name, Patient(new TableClientOptions()));

    public QueueClient Queue(string name) => connection.Queue(name, Patient(new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 }));

    /// <summary>
    /// Some 12 seconds of waiting over five retries, which outlasts throttling and the move of a partition to another server, and leaves a failing queue message well
    /// within its time. The service itself gives a query up after 5 seconds and then sends what it has.
    /// </summary>
    private T Patient<T>(T options)
        where T : ClientOptions
    {
        options.Retry.Mode = RetryMode.Exponential;
        options.Retry.MaxRetries = 5;
        options.Retry.Delay = TimeSpan.FromMilliseconds(400);
        options.Retry.MaxDelay = TimeSpan.FromSeconds(10);
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(15);
        adjust?.Invoke(options);
        return options;
    }
}
