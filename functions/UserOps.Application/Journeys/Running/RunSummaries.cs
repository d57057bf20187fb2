using System.Globalization;
using System.Runtime.CompilerServices;
using UserOps.Application.Segments.Reviews;
using UserOps.Application.Storage;
using UserOps.Domain.Journeys;

namespace UserOps.Application.Journeys.Running;

/// <summary>
/// Partitions <c>j~{journey}~{shard}</c>, a row for each run: a copy of what lists and figures need, behind the runs themselves by no more than the call that advanced them.
/// A row is replaced only by one of a later commit of the same run.
/// </summary>
public sealed class RunSummaries(ITableStore tables, ReviewSoon soon)
{
    public const int Shards = 16;

    private const string Rev = "rev";
    private const int Version = 1;

    public static int ShardOf(string runId) => "abcdefghijklmnopqrstuvwxyz234567".IndexOf(runId[0], StringComparison.Ordinal) % Shards;

    public static TableKey Partition(string journey, int shard) => $"j~{journey}~{shard.ToString("x2", CultureInfo.InvariantCulture)}";

    public async Task PutAsync(JourneyRun run, string userKey, CancellationToken cancel)
    {
        var partition = Partition(run.Journey, ShardOf(run.Id));
        while (true)
        {
            var known = await tables.GetAsync(partition, run.Id, cancel);
            if (known is not null && known.Properties.Number(Rev) >= run.Rev)
            {
                return;
            }

            // Before it is shown, so that whoever shows it after a crash does this too.
            await soon.AfterRunAsync(userKey, run.Journey, cancel);
            var properties = Documents.Write(RunSummary.Of(run, userKey), RunJson.Compact.RunSummary, Version, new Property(Rev, run.Rev));
            Change change = known is null ? new Change.Insert(properties) { Key = run.Id } : new Change.Replace(properties, known.ETag) { Key = run.Id };
            if (await tables.CommitAsync(partition, [change], cancel) is CommitResult.Committed)
            {
                return;
            }
        }
    }

    public async Task<RunSummary?> FindAsync(string journey, string runId, CancellationToken cancel) =>
        runId.Length == 26 && await tables.GetAsync(Partition(journey, ShardOf(runId)), runId, cancel) is { } row ? Read(row) : null;

    /// <summary>All runs of a journey, a page in memory at a time.</summary>
    public async IAsyncEnumerable<RunSummary> AllAsync(string journey, [EnumeratorCancellation] CancellationToken cancel)
    {
        for (var shard = 0; shard < Shards; shard++)
        {
            await foreach (var row in tables.RowsAsync(new(Partition(journey, shard)), cancel))
            {
                yield return Read(row);
            }
        }
    }

    /// <param name="from">Run to begin with; null: the first.</param>
    public async Task<(IReadOnlyList<RunSummary> Runs, string? Next)> PageAsync(string journey, int shard, string? from, int size, CancellationToken cancel)
    {
        var page = await tables.QueryAsync(new(Partition(journey, shard), from is null ? default(TableKey?) : from, null, size), cancel);
        return ([.. page.Rows.Select(Read)], page.Next?.Value);
    }

    private static RunSummary Read(Row row) => Documents.Read(row, RunJson.Compact.RunSummary);
}
