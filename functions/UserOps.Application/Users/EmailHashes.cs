using UserOps.Application.Storage;
using UserOps.Domain.Users;

namespace UserOps.Application.Users;

/// <summary>
/// From the SHA-256 of an e-mail address, as other systems name people by it, to the user: partition <c>h~…</c>, keyed as all identifiers are, whose one row leads to the address's own partition. That
/// one follows the address to whoever has it, so this one is written once.
/// </summary>
public sealed class EmailHashes(ITableStore store, UserKeys keys)
{
    private const string RowKey = "to";
    private const string To = "to";

    /// <summary>Nothing for what is no e-mail address. Twice is once.</summary>
    public async Task NoteAsync(Identifier identifier, CancellationToken cancel)
    {
        if (identifier.Kind == IdentifierKind.Email)
        {
            await store.CommitAsync(keys.OfEmailHash(EmailHash.Of(identifier)), [new Change.Upsert(Properties.Of(new Property(To, keys.Of(identifier)))) { Key = RowKey }], cancel);
        }
    }

    /// <returns>The address's own partition; null: no such address was ever named.</returns>
    public async Task<string?> FindAsync(EmailHash hash, CancellationToken cancel) => (await store.GetAsync(keys.OfEmailHash(hash), RowKey, cancel))?.Properties.Text(To);
}
