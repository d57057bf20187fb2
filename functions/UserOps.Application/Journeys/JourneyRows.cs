using UserOps.Application.Storage;

namespace UserOps.Application.Journeys;

/// <summary>Partition <c>journeys</c>, as <see cref="VersionedRows"/> lays it out.</summary>
public sealed class JourneyRows(ITableStore tables)
{
    internal static readonly TableKey Partition = "journeys";

    private readonly VersionedRows _rows = new(tables, Partition, "journey");

    public async Task<(JourneyHead Head, string ETag)?> FindAsync(string key, CancellationToken cancel) => await _rows.FindAsync(key, cancel) is { } row ? (HeadOf(row), row.ETag) : null;

    public Task<byte[]> DraftAsync(string key, CancellationToken cancel) => _rows.DraftAsync(key, cancel);

    public Task<(byte[] Document, DateTimeOffset PublishedAt)?> VersionAsync(string key, int version, CancellationToken cancel) => _rows.VersionAsync(key, version, cancel);

    /// <summary>The newest first.</summary>
    public Task<IReadOnlyList<PublishedVersion>> VersionsAsync(string key, int most, CancellationToken cancel) => _rows.VersionsAsync(key, most, cancel);

    /// <summary>By key, in order.</summary>
    public async Task<(IReadOnlyList<JourneyHead> Heads, string? Next)> ListAsync(string? from, int size, CancellationToken cancel)
    {
        var (heads, next) = await _rows.ListAsync(from, size, cancel);
        return ([.. heads.Select(HeadOf)], next);
    }

    public IAsyncEnumerable<JourneyHead> AllAsync(CancellationToken cancel) => _rows.AllAsync(cancel).Select(HeadOf);

    /// <param name="etag">Of the head as it was read; null: there was none.</param>
    /// <param name="draft">Null: it stays.</param>
    /// <param name="version">The document of <see cref="JourneyHead.Version"/>; null: there is no new one.</param>
    /// <returns>False: somebody else wrote meanwhile, and nothing was written.</returns>
    public Task<bool> WriteAsync(JourneyHead head, string? etag, ReadOnlyMemory<byte>? draft, byte[]? version, CancellationToken cancel) =>
        _rows.WriteAsync(head.Key, PropertiesOf(head), etag, draft, version is null ? null : (head.Version, version, head.PublishedAt!.Value), null, cancel);

    private static Properties PropertiesOf(JourneyHead head)
    {
        List<Property> properties =
        [
            new("name", head.Name), new("state", head.State.ToString()), new("version", (long)head.Version), new("draft", head.Draft), new("mistakes", (long)head.Mistakes),
            new("saved", head.SavedAt),
        ];
        properties.AddRange(head.PublishedAt is { } published ? [new(VersionedRows.PublishedName, published)] : []);
        properties.AddRange(head.ArchivedAt is { } archived ? [new("archived", archived)] : []);
        properties.AddRange(head.PausedAt is { } paused ? [new("paused", paused)] : []);
        return Properties.Owning([.. properties]);
    }

    private static JourneyHead HeadOf(Row row) => new(
        row.Key.Value[VersionedRows.Heads.Length..],
        row.Properties.Text("name"),
        Enum.Parse<JourneyState>(row.Properties.Text("state")),
        (int)row.Properties.Number("version"),
        row.Properties.Text("draft"),
        (int)row.Properties.Number("mistakes"),
        row.Properties.Instant("saved"),
        row.Properties.Find(VersionedRows.PublishedName) as DateTimeOffset?,
        row.Properties.Find("archived") as DateTimeOffset?,
        row.Properties.Find("paused") as DateTimeOffset?);
}
