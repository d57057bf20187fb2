using UserOps.Application.Storage;

namespace UserOps.Application.Users;

/// <summary>Point reads of profiles, some at a time: raw identifiers stand nowhere else.</summary>
public sealed class UserDirectory(ITableStore store) : IUserDirectory
{
    private const int Together = 32;

    public async Task<IReadOnlyList<string?>> DisplayIdsAsync(IReadOnlyList<string> userKeys, CancellationToken cancel)
    {
        var names = new List<string?>(userKeys.Count);
        foreach (var some in userKeys.Chunk(Together))
        {
            names.AddRange(await Task.WhenAll(some.Select(key => DisplayIdAsync(key, cancel))));
        }

        return names;
    }

    private async Task<string?> DisplayIdAsync(string userKey, CancellationToken cancel) =>
        await store.GetAsync(userKey, UserRow.Profile, cancel) is { } row && HolderRow.Read(row) is Holder.Here { Profile: var profile }
            ? profile.DisplayId?.Value
            : null;
}
