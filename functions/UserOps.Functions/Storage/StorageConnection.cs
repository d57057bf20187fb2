using Azure.Data.Tables;
using Azure.Storage.Queues;

namespace UserOps.Functions.Storage;

/// <summary>How the storage account is reached. No record: its text would show a key.</summary>
public abstract class StorageConnection
{
    private protected StorageConnection()
    {
    }

    internal abstract TableClient Table(string name, TableClientOptions options);

    internal abstract QueueClient Queue(string name, QueueClientOptions options);
}
