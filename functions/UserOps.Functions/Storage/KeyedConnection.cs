using Azure.Data.Tables;
using Azure.Storage.Queues;

namespace UserOps.Functions.Storage;

/// <summary>By a connection string: for Azurite, and for accounts that still allow shared keys.</summary>
internal sealed class KeyedConnection(string connectionString) : StorageConnection
{
    internal override TableClient Table(string name, TableClientOptions options) => new(connectionString, name, options);

    internal override QueueClient Queue(string name, QueueClientOptions options) => new(connectionString, name, options);
}
