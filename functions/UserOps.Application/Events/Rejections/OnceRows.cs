using System.Globalization;
using UserOps.Application.Storage;

namespace UserOps.Application.Events.Rejections;

/// <summary>
/// Rows that are listed by time and yet stored once: row <c>t~{ticks, 19 digits}~{hash}</c> together with a marker <c>h~{hash}</c>, whose insertion fails
/// for what is there already.
/// </summary>
internal sealed class OnceRows(ITableStore store, TableKey partition)
{
    /// <summary>Two changes each, and room in a batch for the largest bodies.</summary>
    private const int RowsPerCommit = 40;

    private const string Listed = "t~";

    public async Task AddAsync(IReadOnlyList<OnceRow> rows, DateTimeOffset at, CancellationToken cancel)
    {
        foreach (var chunk in rows.DistinctBy(row => row.Hash).Chunk(RowsPerCommit))
        {
            await CommitAsync([.. chunk], at, cancel);
        }
    }

    /// <param name="from">Where the page before ended; null for the first.</param>
    public Task<RowPage> ListAsync(string? from, int pageSize, CancellationToken cancel) =>
        store.QueryAsync(new(partition, from ?? Listed, RowQuery.EndOf(Listed), pageSize), cancel);

    /// <returns>Whether the text can have come from <see cref="ListAsync"/>.</returns>
    public static bool IsPlace(string from) =>
        from.StartsWith(Listed, StringComparison.Ordinal) && TableKey.TryParse(from, out _);

    private async Task CommitAsync(List<OnceRow> rows, DateTimeOffset at, CancellationToken cancel)
    {
        var ticks = at.UtcTicks.ToString("D19", CultureInfo.InvariantCulture);
        while (rows.Count > 0)
        {
            var changes = new List<Change>(rows.Count * 2);
            foreach (var row in rows)
            {
                changes.Add(new Change.Insert(Properties.None) { Key = $"h~{row.Hash}" });
                changes.Add(new Change.Insert(row.Properties) { Key = $"{Listed}{ticks}~{row.Hash}" });
            }

            if (await store.CommitAsync(partition, changes, cancel) is not CommitResult.Conflicted conflict)
            {
                return;
            }

            rows.RemoveAt(conflict.Index / 2);
        }
    }
}
