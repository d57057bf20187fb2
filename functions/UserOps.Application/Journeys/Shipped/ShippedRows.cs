using UserOps.Application.Storage;

namespace UserOps.Application.Journeys.Shipped;

/// <summary>
/// Partition <c>shipped</c>: <c>j~{key}</c>, <c>t~{key}</c> and <c>s~{key}</c> hold the hash of the draft that was saved for a journey, template or segment. A draft of another hash is somebody's own work;
/// one of this hash may be replaced by what a later release ships.
/// </summary>
public sealed class ShippedRows(ITableStore tables)
{
    private const string Hash = "hash";
    private static readonly TableKey Partition = "shipped";

    public Task<string?> JourneyAsync(string key, CancellationToken cancel) => FindAsync("j~" + key, cancel);

    public Task<string?> TemplateAsync(string key, CancellationToken cancel) => FindAsync("t~" + key, cancel);

    public Task<string?> SegmentAsync(string key, CancellationToken cancel) => FindAsync("s~" + key, cancel);

    public Task KeepSegmentAsync(string key, string hash, CancellationToken cancel) => KeepAsync("s~" + key, hash, cancel);

    public Task KeepJourneyAsync(string key, string hash, CancellationToken cancel) => KeepAsync("j~" + key, hash, cancel);

    public Task KeepTemplateAsync(string key, string hash, CancellationToken cancel) => KeepAsync("t~" + key, hash, cancel);

    private async Task<string?> FindAsync(string key, CancellationToken cancel) => (await tables.GetAsync(Partition, key, cancel))?.Properties.Text(Hash);

    private async Task KeepAsync(string key, string hash, CancellationToken cancel)
    {
        if (await FindAsync(key, cancel) != hash)
        {
            await tables.CommitAsync(Partition, [new Change.Upsert(Properties.Of(Hash, hash)) { Key = key }], cancel);
        }
    }
}
