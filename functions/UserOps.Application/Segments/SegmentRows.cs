using UserOps.Application.Storage;
using UserOps.Domain.Segments;

namespace UserOps.Application.Segments;

/// <summary>
/// Partition <c>segments</c>, as <see cref="VersionedRows"/> lays it out; besides the row of <see cref="AudienceGraph"/>.
/// </summary>
public sealed class SegmentRows(ITableStore tables)
{
    private readonly VersionedRows _rows = new(tables, AudienceGraph.Partition, "segment");

    public async Task<(SegmentHead Head, string ETag)?> FindAsync(string key, CancellationToken cancel) => await _rows.FindAsync(key, cancel) is { } row ? (HeadOf(row), row.ETag) : null;

    public Task<byte[]> DraftAsync(string key, CancellationToken cancel) => _rows.DraftAsync(key, cancel);

    public Task<(byte[] Document, DateTimeOffset PublishedAt)?> VersionAsync(string key, int version, CancellationToken cancel) => _rows.VersionAsync(key, version, cancel);

    /// <summary>The newest first.</summary>
    public Task<IReadOnlyList<PublishedVersion>> VersionsAsync(string key, int most, CancellationToken cancel) => _rows.VersionsAsync(key, most, cancel);

    /// <summary>By key, in order.</summary>
    public async Task<(IReadOnlyList<SegmentHead> Heads, string? Next)> ListAsync(string? from, int size, CancellationToken cancel)
    {
        var (heads, next) = await _rows.ListAsync(from, size, cancel);
        return ([.. heads.Select(HeadOf)], next);
    }

    public IAsyncEnumerable<SegmentHead> AllAsync(CancellationToken cancel) => _rows.AllAsync(cancel).Select(HeadOf);

    /// <summary>What says whether anything was published or archived since.</summary>
    public Task<Row?> GraphAsync(CancellationToken cancel) => AudienceGraph.ReadAsync(tables, cancel);

    /// <summary>Keeps the first draft.</summary>
    /// <param name="graph">As it was read before all else, so that two who count how many there are do not both make the last; null: there was none.</param>
    /// <returns>False: somebody else wrote meanwhile, and nothing was written.</returns>
    public Task<bool> InsertAsync(SegmentHead head, Row? graph, ReadOnlyMemory<byte> draft, CancellationToken cancel) =>
        _rows.WriteAsync(head.Key, PropertiesOf(head), null, draft, null, AudienceGraph.Next(graph), cancel);

    /// <summary>Keeps another draft.</summary>
    /// <param name="etag">Of the head as it was read.</param>
    /// <returns>False: somebody else wrote meanwhile, and nothing was written.</returns>
    public Task<bool> WriteAsync(SegmentHead head, string etag, ReadOnlyMemory<byte> draft, CancellationToken cancel) =>
        _rows.WriteAsync(head.Key, PropertiesOf(head), etag, draft, null, null, cancel);

    /// <summary>Publishes or archives.</summary>
    /// <param name="graph">As it was read before all else; null: there was none.</param>
    /// <param name="version">The document of <see cref="SegmentHead.Version"/>; null: there is no new one.</param>
    /// <returns>False: somebody else wrote meanwhile, or published or archived any segment, and nothing was written.</returns>
    public Task<bool> WriteAsync(SegmentHead head, string etag, Row? graph, byte[]? version, CancellationToken cancel) => _rows.WriteAsync(
        head.Key, PropertiesOf(head), etag, null, version is null ? null : (head.Version, version, head.PublishedAt!.Value), AudienceGraph.Next(graph), cancel);

    private static Properties PropertiesOf(SegmentHead head)
    {
        List<Property> properties =
        [
            new("name", head.Name), new("kind", head.Kind.ToString()), new("state", head.State.ToString()), new("version", (long)head.Version), new("draft", head.Draft),
            new("mistakes", (long)head.Mistakes), new("saved", head.SavedAt),
        ];
        properties.AddRange(head.PublishedAt is { } published ? [new(VersionedRows.PublishedName, published)] : []);
        properties.AddRange(head.ArchivedAt is { } archived ? [new("archived", archived)] : []);
        properties.AddRange(head.Sweep is { } sweep ? [new("sweep", sweep)] : []);
        return Properties.Owning([.. properties]);
    }

    private static SegmentHead HeadOf(Row row) => new(
        row.Key.Value[VersionedRows.Heads.Length..],
        row.Properties.Text("name"),
        Enum.Parse<SegmentKind>(row.Properties.Text("kind")),
        Enum.Parse<SegmentState>(row.Properties.Text("state")),
        (int)row.Properties.Number("version"),
        row.Properties.Text("draft"),
        (int)row.Properties.Number("mistakes"),
        row.Properties.Instant("saved"),
        row.Properties.Find(VersionedRows.PublishedName) as DateTimeOffset?,
        row.Properties.Find("archived") as DateTimeOffset?,
        row.Properties.TextOrNull("sweep"));
}
