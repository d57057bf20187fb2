using System.Globalization;
using UserOps.Application.Storage;
using UserOps.Domain;

namespace UserOps.Application.Journeys.Jobs;

/// <summary>
/// Partition <c>job~{id}</c>: row <c>j</c> the job, rows <c>a~{list}~{n}</c> its people, 500 a row. Partition <c>jobs~{journey}</c>, of tags <c>jobs~tag.{hash}</c>, lists them, the newest first; partition
/// <c>jobs</c> holds those that are not finished.
/// </summary>
public sealed class JobRows(ITableStore tables)
{
    /// <summary>People a row, and at most a turn.</summary>
    public const int Part = 500;

    private const string Job = "j";
    private const string Lists = "a~";
    private const string Since = "since";
    private const string At = "at";
    private const int Version = 1;
    private static readonly TableKey Open = "jobs";

    public async Task<(JourneyJob Job, string ETag)?> FindAsync(string id, CancellationToken cancel) =>
        IsId(id) && await tables.GetAsync(Partition(id), Job, cancel) is { } row ? (Documents.Read(row, JobJson.Compact.JourneyJob), row.ETag) : null;

    /// <summary>Says that there will be such a job, so that it is found if whoever makes it dies on the way.</summary>
    public async Task AnnounceAsync(JourneyJob job, CancellationToken cancel)
    {
        await tables.CommitAsync(Open, [new Change.Upsert(Properties.Of(Since, job.CreatedAt)) { Key = job.Id }], cancel);
        await tables.CommitAsync(Listing(job.Tagging is { } plan ? OfTag(plan.Tag) : job.Journey), [new Change.Upsert(Properties.Of(At, job.CreatedAt)) { Key = ListKey(job) }], cancel);
    }

    /// <returns>False: there is one.</returns>
    public async Task<bool> InsertAsync(JourneyJob job, CancellationToken cancel) =>
        await tables.CommitAsync(Partition(job.Id), [new Change.Insert(Write(job)) { Key = Job }], cancel) is CommitResult.Committed;

    /// <returns>False: it was written by somebody else since.</returns>
    public async Task<bool> ReplaceAsync(JourneyJob job, string etag, CancellationToken cancel) =>
        await tables.CommitAsync(Partition(job.Id), [new Change.Replace(Write(job), etag) { Key = Job }], cancel) is CommitResult.Committed;

    /// <summary>Writes down whom a job is about; two who do it at once write lists of their own.</summary>
    /// <param name="people">User keys, or <c>{user key} {run}</c>.</param>
    /// <returns>The job with its list, which is not stored.</returns>
    public async Task<JourneyJob> WriteListAsync(JourneyJob job, IAsyncEnumerable<string> people, CancellationToken cancel)
    {
        var list = HashText.Of(job.Id, Guid.NewGuid().ToString("N"))[..10];
        var total = 0;
        await foreach (var part in people.Chunk(Part).WithCancellation(cancel))
        {
            var properties = Documents.Write(part, JobJson.Compact.StringArray, Version);
            await tables.CommitAsync(Partition(job.Id), [new Change.Upsert(properties) { Key = PartKey(list, total / Part) }], cancel);
            total += part.Length;
        }

        return job with { Audience = list, Total = total };
    }

    public async Task<string[]> PartAsync(JourneyJob job, int part, CancellationToken cancel) =>
        await tables.GetAsync(Partition(job.Id), PartKey(job.Audience!, part), cancel) is { } row
            ? Documents.Read(row, JobJson.Compact.StringArray)
            : throw new InvalidDataException($"Job {job.Id} has no part {part} of its people.");

    /// <summary>Forgets the people of a list, or of all.</summary>
    public async Task ClearAsync(string id, string? list, CancellationToken cancel)
    {
        var keys = await tables.RowsAsync(RowQuery.Prefix(Partition(id), list is null ? Lists : $"{Lists}{list}~"), cancel).Select(row => row.Key).ToListAsync(cancel);
        foreach (var some in keys)
        {
            // One by one, since somebody else may be at it too.
            await tables.CommitAsync(Partition(id), [new Change.Delete { Key = some }], cancel);
        }
    }

    /// <summary>It is finished, or never came to be.</summary>
    public Task CloseAsync(string id, CancellationToken cancel) => tables.CommitAsync(Open, [new Change.Delete { Key = id }], cancel);

    /// <summary>Jobs that are not finished, with when they were announced.</summary>
    public IAsyncEnumerable<(string Id, DateTimeOffset Since)> OpenAsync(CancellationToken cancel) =>
        tables.RowsAsync(new(Open), cancel).Select(row => (row.Key.Value, row.Properties.Instant(Since)));

    /// <summary>What jobs of a tag are listed under, in place of a journey's key.</summary>
    public static string OfTag(string name) => "tag." + HashText.Of("tag", name);

    /// <summary>The newest first.</summary>
    /// <param name="journey">Or <see cref="OfTag"/>.</param>
    public async Task<(IReadOnlyList<JourneyJob> Jobs, string? Next)> ListAsync(string journey, string? from, int size, CancellationToken cancel)
    {
        var page = await tables.QueryAsync(new(Listing(journey), from is null ? default(TableKey?) : from, null, size), cancel);
        var jobs = new List<JourneyJob>(page.Rows.Count);
        foreach (var row in page.Rows)
        {
            if (await FindAsync(row.Key.Value[(row.Key.Value.IndexOf('~', StringComparison.Ordinal) + 1)..], cancel) is var (job, _))
            {
                jobs.Add(job);
            }
        }

        return (jobs, page.Next?.Value);
    }

    public static bool IsId(string? text) => text is { Length: 26 } && text.All(c => c is (>= 'a' and <= 'z') or (>= '2' and <= '7'));

    private static TableKey Partition(string id) => "job~" + id;

    private static TableKey Listing(string journey) => "jobs~" + journey;

    private static TableKey PartKey(string list, int part) => $"{Lists}{list}~{part.ToString("d6", CultureInfo.InvariantCulture)}";

    private static TableKey ListKey(JourneyJob job) => $"{(DateTimeOffset.MaxValue.UtcTicks - job.CreatedAt.UtcTicks).ToString("d19", CultureInfo.InvariantCulture)}~{job.Id}";

    private static Properties Write(JourneyJob job) => Documents.Write(job, JobJson.Compact.JourneyJob, Version);
}
