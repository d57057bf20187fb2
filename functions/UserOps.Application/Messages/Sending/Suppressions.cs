using UserOps.Application.Storage;
using UserOps.Domain.Messages;

namespace UserOps.Application.Messages.Sending;

/// <summary>
/// Addresses that get nothing more: one row each, under its keyed hash, in 1,024 partitions (the first two characters of the hash). They outlive the people: an address
/// that bounced stays so whoever has it next.
/// </summary>
public sealed class Suppressions(ITableStore store)
{
    internal const string PartitionPrefix = "suppressed~";

    /// <param name="hashes">As of <see cref="Users.UserKeys.OfAddress"/>.</param>
    /// <returns>Those of them that are suppressed.</returns>
    public async Task<IReadOnlyList<Suppressed>> FindAsync(IEnumerable<string> hashes, CancellationToken cancel)
    {
        var rows = await Task.WhenAll(hashes.Distinct(StringComparer.Ordinal).Select(hash => store.GetAsync(Partition(hash), hash, cancel)));
        return [.. rows.OfType<Row>().Select(Read)];
    }

    /// <summary>The first word stays, but a complaint outweighs a bounce: a mailbox may come back, a person who complained may not be written to.</summary>
    public async Task AddAsync(Suppressed suppressed, CancellationToken cancel)
    {
        TableKey key = suppressed.AddressHash;
        var told = Properties.Of(new("cause", suppressed.Cause.ToString()), new("at", suppressed.At));
        while (await store.CommitAsync(Partition(key.Value), [new Change.Insert(told) { Key = key }], cancel) is CommitResult.Conflicted)
        {
            if (await store.GetAsync(Partition(key.Value), key, cancel) is not { } row)
            {
                continue;
            }

            if (suppressed.Cause != SuppressionCause.Complaint
                || Read(row).Cause == SuppressionCause.Complaint
                || await store.CommitAsync(Partition(key.Value), [new Change.Replace(told, row.ETag) { Key = key }], cancel) is CommitResult.Committed)
            {
                return;
            }
        }
    }

    /// <returns>Whether it was suppressed.</returns>
    public async Task<bool> RemoveAsync(string hash, CancellationToken cancel) =>
        await store.CommitAsync(Partition(hash), [new Change.Delete { Key = hash }], cancel) is CommitResult.Committed;

    private static TableKey Partition(string hash) => PartitionPrefix + hash[..2];

    private static Suppressed Read(Row row) =>
        new(row.Key.Value, Enum.Parse<SuppressionCause>(row.Properties.Text("cause")), row.Properties.Instant("at"));
}
