using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Queues;

namespace UserOps.Functions.Storage;

/// <summary>By the app's identity in Entra ID.</summary>
internal sealed class IdentityConnection(Uri tables, Uri queues, TokenCredential credential) : StorageConnection
{
    internal override TableClient Table(string name, TableClientOptions options) => new(tables, name, credential, options);

    internal override QueueClient Queue(string name, QueueClientOptions options) =>
        new(new Uri($"{queues.AbsoluteUri.TrimEnd('/')}/{name}"), credential, options);
}
