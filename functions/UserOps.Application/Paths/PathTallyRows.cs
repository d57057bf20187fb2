using System.Globalization;
using UserOps.Application.Segments.Sweeps;
using UserOps.Application.Storage;
using UserOps.Domain.Paths;

namespace UserOps.Application.Paths;

/// <summary>Rows <c>t~{lane}</c> beside the lanes of a sweep: the paths that each lane counted.</summary>
public sealed class PathTallyRows(ITableStore tables)
{
    private const string Prefix = "t~";
    private const int Version = 1;

    /// <returns>Null: the lane has had no turn.</returns>
    public async Task<PathTally?> FindAsync(string sweep, int lane, CancellationToken cancel) =>
        await tables.GetAsync(SweepRows.Partition(sweep), KeyOf(lane), cancel) is { } row ? Read(row) : null;

    /// <summary>A lane in memory at a time, but for what is told of it.</summary>
    public async Task<PathTally> AllAsync(string sweep, int steps, CancellationToken cancel) => PathTally.Of(
        steps, await tables.RowsAsync(RowQuery.Prefix(SweepRows.Partition(sweep), Prefix, 1), cancel).Select(Read).ToListAsync(cancel));

    internal static Change Keep(int lane, PathTally tally) =>
        new Change.Upsert(Documents.Write(StoredTally.Of(tally), PathsJson.Compact.StoredTally, Version)) { Key = KeyOf(lane) };

    private static PathTally Read(Row row) => Documents.Read(row, PathsJson.Compact.StoredTally).Restored();

    private static TableKey KeyOf(int lane) => Prefix + lane.ToString("x2", CultureInfo.InvariantCulture);
}
