using System.Globalization;
using UserOps.Application.Storage;

namespace UserOps.Application.Journeys;

/// <summary>
/// Partition <c>journeys</c>: <c>h~{key}</c> what is known of a journey, <c>d~{key}</c> its draft as it was sent, <c>v~{key}~{n}</c> a published version in canonical form.
/// Whoever writes any of them writes the head under its ETag in the same batch, so that it decides between two at once.
/// </summary>
public sealed class JourneyRows(ITableStore tables)
{
    private const string Heads = "h~";
    private const string PublishedName = "published";
    private const int LastVersion = 999_999;
    private const int DocumentVersion = 1;
    internal static readonly TableKey Partition = "journeys";

    public async Task<(JourneyHead Head, string ETag)?> FindAsync(string key, CancellationToken cancel) =>
        await tables.GetAsync(Partition, Heads + key, cancel) is { } row ? (HeadOf(row), row.ETag) : null;

    public async Task<byte[]> DraftAsync(string key, CancellationToken cancel) =>
        await tables.GetAsync(Partition, DraftKey(key), cancel) is { } row ? Documents.ReadBytes(row) : throw new InvalidDataException($"Journey {key} has a head but no draft.");

    public async Task<(byte[] Document, DateTimeOffset PublishedAt)?> VersionAsync(string key, int version, CancellationToken cancel) =>
        version is >= 1 and <= LastVersion && await tables.GetAsync(Partition, VersionKey(key, version), cancel) is { } row
            ? (Documents.ReadBytes(row), row.Properties.Instant(PublishedName))
            : null;

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<PublishedVersion>> VersionsAsync(string key, int most, CancellationToken cancel)
    {
        var page = await tables.QueryAsync(RowQuery.Prefix(Partition, VersionsOf(key), most), cancel);
        return [.. page.Rows.Select(row => new PublishedVersion(VersionOf(row.Key), row.Properties.Instant(PublishedName)))];
    }

    /// <summary>By key, in order.</summary>
    public async Task<(IReadOnlyList<JourneyHead> Heads, string? Next)> ListAsync(string? from, int size, CancellationToken cancel)
    {
        var page = await tables.QueryAsync(new(Partition, Heads + from, RowQuery.EndOf(Heads), size), cancel);
        return ([.. page.Rows.Select(HeadOf)], page.Next?.Value[Heads.Length..]);
    }

    public IAsyncEnumerable<JourneyHead> AllAsync(CancellationToken cancel) => tables.RowsAsync(RowQuery.Prefix(Partition, Heads), cancel).Select(HeadOf);

    /// <param name="etag">Of the head as it was read; null: there was none.</param>
    /// <param name="draft">Null: it stays.</param>
    /// <param name="version">The document of <see cref="JourneyHead.Version"/>; null: there is no new one.</param>
    /// <returns>False: somebody else wrote meanwhile, and nothing was written.</returns>
    public async Task<bool> WriteAsync(JourneyHead head, string? etag, ReadOnlyMemory<byte>? draft, byte[]? version, CancellationToken cancel)
    {
        var properties = PropertiesOf(head);
        List<Change> changes = [etag is null ? new Change.Insert(properties) { Key = Heads + head.Key } : new Change.Replace(properties, etag) { Key = Heads + head.Key }];
        if (draft is { } text)
        {
            changes.Add(new Change.Upsert(Documents.WriteBytes(text.Span, "draft of a journey", DocumentVersion)) { Key = DraftKey(head.Key) });
        }

        if (version is not null)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(head.Version, LastVersion);
            var stored = Documents.WriteBytes(version, "journey", DocumentVersion, new Property(PublishedName, head.PublishedAt!.Value));
            changes.Add(new Change.Insert(stored) { Key = VersionKey(head.Key, head.Version) });
        }

        return await tables.CommitAsync(Partition, changes, cancel) switch
        {
            CommitResult.Committed => true,
            CommitResult.Conflicted { Index: 0 } => false,
            _ => throw new InvalidDataException($"Version {head.Version} of journey {head.Key} exists, but its head does not know it."),
        };
    }

    private static TableKey DraftKey(string key) => "d~" + key;

    private static string VersionsOf(string key) => $"v~{key}~";

    /// <summary>Counted down, so that the newest come first.</summary>
    private static TableKey VersionKey(string key, int version) => VersionsOf(key) + (LastVersion - version).ToString("d6", CultureInfo.InvariantCulture);

    private static int VersionOf(TableKey key) => LastVersion - int.Parse(key.Value.AsSpan(key.Value.LastIndexOf('~') + 1), CultureInfo.InvariantCulture);

    private static Properties PropertiesOf(JourneyHead head)
    {
        List<Property> properties =
        [
            new("name", head.Name), new("state", head.State.ToString()), new("version", (long)head.Version), new("draft", head.Draft), new("mistakes", (long)head.Mistakes),
            new("saved", head.SavedAt),
        ];
        properties.AddRange(head.PublishedAt is { } published ? [new(PublishedName, published)] : []);
        properties.AddRange(head.ArchivedAt is { } archived ? [new("archived", archived)] : []);
        properties.AddRange(head.PausedAt is { } paused ? [new("paused", paused)] : []);
        return Properties.Owning([.. properties]);
    }

    private static JourneyHead HeadOf(Row row) => new(
        row.Key.Value[Heads.Length..],
        row.Properties.Text("name"),
        Enum.Parse<JourneyState>(row.Properties.Text("state")),
        (int)row.Properties.Number("version"),
        row.Properties.Text("draft"),
        (int)row.Properties.Number("mistakes"),
        row.Properties.Instant("saved"),
        row.Properties.Find(PublishedName) as DateTimeOffset?,
        row.Properties.Find("archived") as DateTimeOffset?,
        row.Properties.Find("paused") as DateTimeOffset?);
}
