using UserOps.Application.Segments;
using UserOps.Application.Storage;
using UserOps.Domain;
using UserOps.Domain.Tags;

namespace UserOps.Application.Tags;

/// <summary>
/// Definitions of tags in the partition of segments, as <see cref="VersionedRows"/> lays it out, with <c>t</c> before all keys; since tags may be written in any script, under
/// the hash of their names. Beside the row of <see cref="AudienceGraph"/>.
/// </summary>
public sealed class TagRows(ITableStore tables)
{
    private readonly VersionedRows _rows = new(tables, AudienceGraph.Partition, "tag", prefix: "t");

    public async Task<(TagHead Head, string ETag)?> FindAsync(string name, CancellationToken cancel) => await _rows.FindAsync(Key(name), cancel) is { } row ? (HeadOf(row), row.ETag) : null;

    public Task<byte[]> DraftAsync(string name, CancellationToken cancel) => _rows.DraftAsync(Key(name), cancel);

    public Task<(byte[] Document, DateTimeOffset PublishedAt)?> VersionAsync(string name, int version, CancellationToken cancel) => _rows.VersionAsync(Key(name), version, cancel);

    /// <summary>The newest first.</summary>
    public Task<IReadOnlyList<PublishedVersion>> VersionsAsync(string name, int most, CancellationToken cancel) => _rows.VersionsAsync(Key(name), most, cancel);

    /// <summary>In no order that means anything.</summary>
    public IAsyncEnumerable<TagHead> AllAsync(CancellationToken cancel) => _rows.AllAsync(cancel).Select(HeadOf);

    /// <summary>What says whether anything was published, activated, archived or retired since.</summary>
    public Task<Row?> GraphAsync(CancellationToken cancel) => AudienceGraph.ReadAsync(tables, cancel);

    /// <summary>Keeps another draft.</summary>
    /// <param name="etag">Of the head as it was read; null: there was none.</param>
    /// <returns>False: somebody else wrote meanwhile, and nothing was written.</returns>
    public Task<bool> WriteAsync(TagHead head, string? etag, ReadOnlyMemory<byte> draft, CancellationToken cancel) =>
        _rows.WriteAsync(Key(head.Name), PropertiesOf(head), etag, draft, null, null, cancel);

    /// <summary>Activates or retires.</summary>
    /// <param name="graph">As it was read before all else; null: there was none.</param>
    /// <param name="version">The document of <see cref="TagHead.Version"/>; null: there is no new one.</param>
    /// <returns>False: somebody else wrote meanwhile, or changed any segment or tag, and nothing was written.</returns>
    public Task<bool> WriteAsync(TagHead head, string etag, Row? graph, byte[]? version, CancellationToken cancel) => _rows.WriteAsync(
        Key(head.Name), PropertiesOf(head), etag, null, version is null ? null : (head.Version, version, head.ActivatedAt!.Value), AudienceGraph.Next(graph), cancel);

    private static string Key(string name) => HashText.Of("tag", name);

    private static Properties PropertiesOf(TagHead head)
    {
        List<Property> properties =
        [
            new("name", head.Name), new("kind", head.Kind.ToString()), new("state", head.State.ToString()), new("version", (long)head.Version), new("draft", head.Draft),
            new("mistakes", (long)head.Mistakes), new("saved", head.SavedAt),
        ];
        properties.AddRange(head.ActivatedAt is { } activated ? [new("activated", activated)] : []);
        properties.AddRange(head.RetiredAt is { } retired ? [new("retired", retired)] : []);
        properties.AddRange(head.Sweep is { } sweep ? [new("sweep", sweep)] : []);
        return Properties.Owning([.. properties]);
    }

    private static TagHead HeadOf(Row row) => new(
        row.Properties.Text("name"),
        Enum.Parse<TagKind>(row.Properties.Text("kind")),
        Enum.Parse<TagState>(row.Properties.Text("state")),
        (int)row.Properties.Number("version"),
        row.Properties.Text("draft"),
        (int)row.Properties.Number("mistakes"),
        row.Properties.Instant("saved"),
        row.Properties.Find("activated") as DateTimeOffset?,
        row.Properties.Find("retired") as DateTimeOffset?,
        row.Properties.TextOrNull("sweep"));
}
