using System.Globalization;
using UserOps.Application.Storage;

namespace UserOps.Application.Scoring;

/// <summary>
/// Partition <c>runs</c>: <c>r~{date}</c> a run, <c>q~{date}</c> while it is wanted, <c>latest</c> the published one, <c>night</c> the last night seen to.
/// </summary>
public sealed class RunRows(ITableStore tables)
{
    internal static readonly TableKey Partition = "runs";
    private static readonly TableKey LatestKey = "latest";
    private static readonly TableKey NightKey = "night";
    private const string Wanted = "q~";
    private const string DateName = "date";
    private const string TriesName = "tries";
    private const int Version = 1;

    public async Task<ScoringRun?> FindAsync(DateOnly asOf, CancellationToken cancel) =>
        await tables.GetAsync(Partition, RunKey(asOf), cancel) is { } row ? Documents.Read(row, ScoringJson.Default.ScoringRun) : null;

    public async Task<ScoringRun> GetAsync(DateOnly asOf, CancellationToken cancel) =>
        await FindAsync(asOf, cancel) ?? throw new InvalidOperationException($"No run as of {Text(asOf)} was asked for.");

    /// <summary>Null until a run has been published.</summary>
    public Task<DateOnly?> LatestAsync(CancellationToken cancel) => DateInAsync(LatestKey, cancel);

    /// <summary>The last local date whose nightly run was seen to.</summary>
    public Task<DateOnly?> NightAsync(CancellationToken cancel) => DateInAsync(NightKey, cancel);

    public Task SetNightAsync(DateOnly date, CancellationToken cancel) =>
        tables.CommitAsync(Partition, [new Change.Upsert(Properties.Of(DateName, Text(date))) { Key = NightKey }], cancel);

    /// <summary>Days with a run that is wanted and not finished, ascending, and how often each was tried in vain.</summary>
    public async Task<IReadOnlyList<(DateOnly AsOf, int Tries)>> WantedAsync(CancellationToken cancel)
    {
        var page = await tables.QueryAsync(RowQuery.Prefix(Partition, Wanted), cancel);
        return [.. page.Rows.Select(row => (Date(row.Key.Value[Wanted.Length..]), (int)row.Properties.Number(TriesName)))];
    }

    /// <param name="change">Returns the run as it shall be, or null to leave it; called again when somebody else wrote between.</param>
    /// <param name="wanted">True: mark as wanted; a number of tries goes with it. False: leave the mark alone.</param>
    /// <returns>The run as it stands.</returns>
    public async Task<ScoringRun?> UpdateAsync(
        DateOnly asOf, Func<ScoringRun?, ScoringRun?> change, CancellationToken cancel, bool wanted = false, bool publish = false, int tries = 0)
    {
        while (true)
        {
            var row = await tables.GetAsync(Partition, RunKey(asOf), cancel);
            var before = row is null ? null : Documents.Read(row, ScoringJson.Default.ScoringRun);
            if (change(before) is not { } after)
            {
                return before;
            }

            var properties = Documents.Write(after, ScoringJson.Default.ScoringRun, Version);
            List<Change> changes =
            [
                row is null ? new Change.Insert(properties) { Key = RunKey(asOf) } : new Change.Replace(properties, row.ETag) { Key = RunKey(asOf) },
            ];
            if (wanted)
            {
                changes.Add(new Change.Upsert(Properties.Of(TriesName, (long)tries)) { Key = Wanted + Text(asOf) });
            }

            if (publish)
            {
                changes.Add(new Change.Upsert(Properties.Of(DateName, Text(asOf))) { Key = LatestKey });
            }

            if (await tables.CommitAsync(Partition, changes, cancel) is CommitResult.Committed)
            {
                return after;
            }
        }
    }

    /// <summary>Takes the mark away, unless the run has been asked for again.</summary>
    public Task UnwantAsync(DateOnly asOf, CancellationToken cancel) =>
        MarkAsync(asOf, whileWanted: false, new Change.Delete { Key = Wanted + Text(asOf) }, cancel);

    /// <summary>Puts the mark back where it is missing.</summary>
    /// <returns>False: the run has ended.</returns>
    public Task<bool> KeepWantedAsync(DateOnly asOf, CancellationToken cancel) =>
        MarkAsync(asOf, whileWanted: true, new Change.Insert(Properties.Of(TriesName, 0L)) { Key = Wanted + Text(asOf) }, cancel);

    internal static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static TableKey RunKey(DateOnly asOf) => "r~" + Text(asOf);

    /// <summary>The run is written as it stands, so that its ETag decides in the same batch whether the mark may change.</summary>
    private async Task<bool> MarkAsync(DateOnly asOf, bool whileWanted, Change mark, CancellationToken cancel)
    {
        while (true)
        {
            if (await tables.GetAsync(Partition, RunKey(asOf), cancel) is not { } row
                || (Documents.Read(row, ScoringJson.Default.ScoringRun).Status is RunStatus.Requested or RunStatus.Running) != whileWanted)
            {
                return false;
            }

            var run = new Change.Replace(row.Properties, row.ETag) { Key = row.Key };
            if (await tables.CommitAsync(Partition, [run, mark], cancel) is not CommitResult.Conflicted { Index: 0 })
            {
                return true;
            }
        }
    }

    private async Task<DateOnly?> DateInAsync(TableKey key, CancellationToken cancel) =>
        await tables.GetAsync(Partition, key, cancel) is { } row ? Date(row.Properties.Text(DateName)) : null;
}
