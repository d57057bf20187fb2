using UserOps.Application.Storage;

namespace UserOps.Application.Messages.Templates;

/// <summary>Partition <c>templates</c>: <c>t~{key}</c> what is known of it, <c>d~{key}</c> its draft, <c>v~{key}~{version}</c> (6 digits) what was published, for good.</summary>
public sealed class TemplateRows(ITableStore tables)
{
    private const string Known = "t~";
    private const int Schema = 1;
    internal static readonly TableKey Partition = "templates";

    public async Task<(StoredTemplate? Template, string? ETag)> FindAsync(string key, CancellationToken cancel) =>
        await tables.GetAsync(Partition, Known + key, cancel) is { } row ? (Documents.Read(row, TemplateJson.Default.StoredTemplate), row.ETag) : (null, null);

    public async Task<TemplateContent?> DraftAsync(string key, CancellationToken cancel) =>
        await tables.GetAsync(Partition, Draft(key), cancel) is { } row ? Documents.Read(row, TemplateJson.Default.TemplateContent) : null;

    public async Task<TemplateBundle?> VersionAsync(string key, int version, CancellationToken cancel) =>
        await tables.GetAsync(Partition, Version(key, version), cancel) is { } row ? Documents.Read(row, TemplateJson.Default.TemplateBundle) : null;

    /// <summary>Ascending by key.</summary>
    public async Task<IReadOnlyList<StoredTemplate>> ListAsync(CancellationToken cancel) =>
        await tables.RowsAsync(RowQuery.Prefix(Partition, Known), cancel).Select(row => Documents.Read(row, TemplateJson.Default.StoredTemplate)).ToListAsync(cancel);

    /// <param name="etag">Of what is known as it was read; null: nothing was.</param>
    /// <returns>False: somebody else wrote between.</returns>
    public Task<bool> SaveAsync(StoredTemplate template, string? etag, TemplateContent draft, CancellationToken cancel) => CommitAsync(
        template, etag, new Change.Upsert(Documents.Write(draft, TemplateJson.Default.TemplateContent, Schema)) { Key = Draft(template.Key) }, cancel);

    /// <summary>The version's row is inserted: what was published stays as it is.</summary>
    /// <returns>False: somebody else wrote between.</returns>
    public Task<bool> PublishAsync(StoredTemplate template, string etag, TemplateBundle bundle, CancellationToken cancel) => CommitAsync(
        template, etag, new Change.Insert(Documents.Write(bundle, TemplateJson.Default.TemplateBundle, Schema)) { Key = Version(template.Key, template.Latest!.Value) }, cancel);

    private async Task<bool> CommitAsync(StoredTemplate template, string? etag, Change content, CancellationToken cancel)
    {
        var known = Documents.Write(template, TemplateJson.Default.StoredTemplate, Schema);
        TableKey key = Known + template.Key;
        Change head = etag is null ? new Change.Insert(known) { Key = key } : new Change.Replace(known, etag) { Key = key };
        return await tables.CommitAsync(Partition, [head, content], cancel) is CommitResult.Committed;
    }

    private static TableKey Draft(string key) => "d~" + key;

    private static TableKey Version(string key, int version) => $"v~{key}~{version:D6}";
}
