using UserOps.Application.Storage;

namespace UserOps.Application.Users;

/// <summary>Follows an identifier's partition to the user it belongs to.</summary>
public sealed class FindUser(ITableStore store)
{
    /// <summary>Redirects are shortened after each merge; until then, as after a crash amid many merges, a chain may be as long as there were merges.</summary>
    private const int MaxHops = 64;

    /// <returns>Where somebody went from that very partition, one merge on; null: nowhere.</returns>
    public async Task<string?> MovedAsync(string key, CancellationToken cancel) =>
        await store.GetAsync(key, UserRow.Profile, cancel) is { } row && HolderRow.Read(row) is Holder.MovedTo moved ? moved.UserKey : null;

    /// <exception cref="InvalidDataException">More redirects than merging can have left: a loop.</exception>
    public async Task<UserPartition> RunAsync(string key, CancellationToken cancel)
    {
        IReadOnlyList<string> former = [], draining = [];
        for (var hops = 0; hops <= MaxHops; hops++)
        {
            var row = await store.GetAsync(key, UserRow.Profile, cancel);
            var holder = row is null ? null : HolderRow.Read(row);
            if (holder is not Holder.MovedTo moved)
            {
                return new(key, holder, row?.ETag, former, draining);
            }

            former = former.Count == 0 ? moved.Former : [.. former, .. moved.Former];
            draining = moved.Draining ? [.. draining, key] : draining;
            key = moved.UserKey;
        }

        throw new InvalidDataException($"More than {MaxHops} redirects from one identifier.");
    }
}
