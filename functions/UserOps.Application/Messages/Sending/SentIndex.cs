using UserOps.Application.Storage;
using UserOps.Domain;

namespace UserOps.Application.Messages.Sending;

/// <summary>
/// From what a provider's reports call a message to its row in the ledger. Written before the provider is called, so that no report comes too early; a row of a message
/// that was not sent after all does no harm.
/// </summary>
public sealed class SentIndex(ITableStore store)
{
    /// <param name="channel">The channel whose provider it is: ids of two providers may meet.</param>
    /// <param name="providerId">Compared without case: an operation id is a GUID, which providers write as they like.</param>
    public async Task AddAsync(string channel, string providerId, SentMessage message, CancellationToken cancel)
    {
        var key = Key(channel, providerId);
        await store.CommitAsync(Partition(key), [new Change.Upsert(Properties.Of(new("user", message.UserKey), new("message", message.Row))) { Key = key }], cancel);
    }

    /// <returns>Null: no message of ours.</returns>
    public async Task<SentMessage?> FindAsync(string channel, string providerId, CancellationToken cancel)
    {
        var key = Key(channel, providerId);
        return await store.GetAsync(Partition(key), key, cancel) is { Properties: var known } ? new(known.Text("user"), known.Text("message")) : null;
    }

    private static string Key(string channel, string providerId) => HashText.Of(channel, providerId.ToLowerInvariant());

    private static TableKey Partition(string key) => $"sent~{key[..2]}";
}
