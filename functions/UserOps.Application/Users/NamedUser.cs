using UserOps.Domain.Users;

namespace UserOps.Application.Users;

/// <summary>Finds a user by what a person would write: a user id, <c>customer:shop:7</c>, <c>email:…</c>, <c>anonymous:…</c>, or the key <c>u~…</c> that rows and logs show.</summary>
public sealed class NamedUser(FindUser find, UserKeys keys)
{
    /// <returns>Null: nobody is known by it.</returns>
    public async Task<Profile?> RunAsync(string id, CancellationToken cancel) =>
        string.IsNullOrWhiteSpace(id) ? null
        : await ByIdentifierAsync(Identifier.Parse(id), cancel)
        ?? (UserKeys.IsKey(id) ? await AtAsync(id, cancel) : null)
        ?? (id.Contains('@', StringComparison.Ordinal) ? await ByIdentifierAsync(Identifier.OfEmail(id), cancel) : null)
        ?? await ByIdentifierAsync(Identifier.Anonymous(id), cancel);

    private Task<Profile?> ByIdentifierAsync(Identifier identifier, CancellationToken cancel) => AtAsync(keys.Of(identifier), cancel);

    private async Task<Profile?> AtAsync(string key, CancellationToken cancel) =>
        ((await find.RunAsync(key, cancel)).Holder as Holder.Here)?.Profile;
}
