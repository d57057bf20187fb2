using UserOps.Application.Storage;
using UserOps.Domain.Journeys;

namespace UserOps.Application.Journeys.Running;

/// <summary>Rows <c>r~{run}</c> of a user's partition: the truth about each run.</summary>
public sealed class JourneyRunRows(ITableStore tables)
{
    public const string Prefix = "r~";

    private const int Version = 1;

    public static TableKey Key(string runId) => Prefix + runId;

    public async Task<(JourneyRun Run, string ETag)?> FindAsync(string userKey, string runId, CancellationToken cancel) =>
        await tables.GetAsync(userKey, Key(runId), cancel) is { } row ? (Read(row), row.ETag) : null;

    public IAsyncEnumerable<JourneyRun> OfUserAsync(string userKey, CancellationToken cancel) => tables.RowsAsync(RowQuery.Prefix(userKey, Prefix), cancel).Select(Read);

    public static JourneyRun Read(Row row) => Documents.Read(row, RunJson.Compact.JourneyRun);

    public static Change Insert(JourneyRun run) => new Change.Insert(Write(run)) { Key = Key(run.Id) };

    public static Change Replace(JourneyRun run, string etag) => new Change.Replace(Write(run), etag) { Key = Key(run.Id) };

    private static Properties Write(JourneyRun run) => Documents.Write(run, RunJson.Compact.JourneyRun, Version);
}
