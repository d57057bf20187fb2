using System.Globalization;

namespace UserOps.Application.Storage;

/// <summary>
/// Documents that people write, publish and write again, in one partition: <c>h~{key}</c> what is known of one (its head), <c>d~{key}</c> its draft as it was sent,
/// <c>v~{key}~{n}</c> a published version in canonical form. Whoever writes any of them writes the head under its ETag in the same batch, so that it decides between two at once.
/// </summary>
/// <param name="prefix">Before all keys, where documents of another kind share the partition.</param>
/// <param name="noun">What they are, for messages: <c>journey</c>.</param>
public sealed class VersionedRows(ITableStore tables, TableKey partition, string noun, string prefix = "")
{
    public const string Heads = "h~";
    public const string PublishedName = "published";
    private const int LastVersion = 999_999;
    private const int DocumentVersion = 1;

    public Task<Row?> FindAsync(string key, CancellationToken cancel) => tables.GetAsync(partition, HeadKey(key), cancel);

    public async Task<byte[]> DraftAsync(string key, CancellationToken cancel) =>
        await tables.GetAsync(partition, DraftKey(key), cancel) is { } row ? Documents.ReadBytes(row) : throw new InvalidDataException($"The {noun} {key} has a head but no draft.");

    public async Task<(byte[] Document, DateTimeOffset PublishedAt)?> VersionAsync(string key, int version, CancellationToken cancel) =>
        version is >= 1 and <= LastVersion && await tables.GetAsync(partition, VersionKey(key, version), cancel) is { } row
            ? (Documents.ReadBytes(row), row.Properties.Instant(PublishedName))
            : null;

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<PublishedVersion>> VersionsAsync(string key, int most, CancellationToken cancel)
    {
        var page = await tables.QueryAsync(RowQuery.Prefix(partition, VersionsOf(key), most), cancel);
        return [.. page.Rows.Select(row => new PublishedVersion(VersionOf(row.Key), row.Properties.Instant(PublishedName)))];
    }

    /// <summary>Heads by key, in order.</summary>
    public async Task<(IReadOnlyList<Row> Heads, string? Next)> ListAsync(string? from, int size, CancellationToken cancel)
    {
        var page = await tables.QueryAsync(new(partition, prefix + Heads + from, RowQuery.EndOf(prefix + Heads), size), cancel);
        return (page.Rows, page.Next?.Value[(prefix.Length + Heads.Length)..]);
    }

    public IAsyncEnumerable<Row> AllAsync(CancellationToken cancel) => tables.RowsAsync(RowQuery.Prefix(partition, prefix + Heads), cancel);

    /// <param name="head">What is known of it from now on.</param>
    /// <param name="etag">Of the head as it was read; null: there was none.</param>
    /// <param name="draft">Null: it stays.</param>
    /// <param name="version">The next version and when it was published; null: there is none.</param>
    /// <param name="beside">Another row of the partition that must not have changed meanwhile; null: none.</param>
    /// <returns>False: somebody else wrote meanwhile, and nothing was written.</returns>
    public async Task<bool> WriteAsync(
        string key, Properties head, string? etag, ReadOnlyMemory<byte>? draft, (int Number, byte[] Document, DateTimeOffset PublishedAt)? version, Change? beside, CancellationToken cancel)
    {
        List<Change> changes = [etag is null ? new Change.Insert(head) { Key = HeadKey(key) } : new Change.Replace(head, etag) { Key = HeadKey(key) }];
        changes.AddRange(beside is null ? [] : [beside]);
        var conditions = changes.Count;
        if (draft is { } text)
        {
            changes.Add(new Change.Upsert(Documents.WriteBytes(text.Span, $"draft of a {noun}", DocumentVersion)) { Key = DraftKey(key) });
        }

        if (version is var (number, document, publishedAt))
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(number, LastVersion);
            var stored = Documents.WriteBytes(document, noun, DocumentVersion, new Property(PublishedName, publishedAt));
            changes.Add(new Change.Insert(stored) { Key = VersionKey(key, number) });
        }

        return await tables.CommitAsync(partition, changes, cancel) switch
        {
            CommitResult.Committed => true,
            CommitResult.Conflicted { Index: var at } when at < conditions => false,
            _ => throw new InvalidDataException($"Version {version?.Number} of {noun} {key} exists, but its head does not know it."),
        };
    }

    private TableKey HeadKey(string key) => prefix + Heads + key;

    private TableKey DraftKey(string key) => $"{prefix}d~{key}";

    private string VersionsOf(string key) => $"{prefix}v~{key}~";

    /// <summary>Counted down, so that the newest come first.</summary>
    private TableKey VersionKey(string key, int version) => VersionsOf(key) + (LastVersion - version).ToString("d6", CultureInfo.InvariantCulture);

    private static int VersionOf(TableKey key) => LastVersion - int.Parse(key.Value.AsSpan(key.Value.LastIndexOf('~') + 1), CultureInfo.InvariantCulture);
}
