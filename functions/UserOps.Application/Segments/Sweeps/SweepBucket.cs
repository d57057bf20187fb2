using UserOps.Application.Scoring;
using UserOps.Application.Storage;
using UserOps.Domain;

namespace UserOps.Application.Segments.Sweeps;

/// <summary>Users of a bucket who were not merged into somebody else, some at a time.</summary>
public sealed class SweepBucket(ITableStore tables)
{
    private static readonly int Retired = Days.Of(DateOnly.MaxValue);

    /// <param name="from">Null: from the first.</param>
    /// <returns>Where the next begin; null: there are none.</returns>
    public async Task<(IReadOnlyList<string> Users, string? Next)> ReadAsync(byte bucket, string? from, int most, CancellationToken cancel)
    {
        var page = await tables.QueryAsync(new(FactRow.Partition(bucket), from ?? FactRow.Prefix, RowQuery.EndOf(FactRow.Prefix), most), cancel);
        return ([.. page.Rows.Where(row => row.Properties.Number("since") != Retired).Select(row => row.Key.Value[FactRow.Prefix.Length..])], page.Next?.Value);
    }
}
