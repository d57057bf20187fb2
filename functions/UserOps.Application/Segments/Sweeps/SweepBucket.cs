using UserOps.Application.Scoring;
using UserOps.Application.Storage;
using UserOps.Domain;

namespace UserOps.Application.Segments.Sweeps;

/// <summary>Users of a bucket who were not merged into somebody else, some at a time.</summary>
public sealed class SweepBucket(ITableStore tables)
{
    private static readonly int Retired = Days.Of(DateOnly.MaxValue);

    /// <param name="scoredDay">Only those whose standing changed with a run of this day or a later one, counted from 1970-01-01; null: all.</param>
    /// <param name="from">Null: from the first.</param>
    /// <param name="most">Rows that are read.</param>
    /// <returns>Where the next begin; null: there are none.</returns>
    public async Task<(IReadOnlyList<string> Users, string? Next)> ReadAsync(byte bucket, int? scoredDay, string? from, int most, CancellationToken cancel)
    {
        var prefix = scoredDay is null ? FactRow.Prefix : ScoreRow.Prefix;
        var page = await tables.QueryAsync(new(FactRow.Partition(bucket), from ?? prefix, RowQuery.EndOf(prefix), most), cancel);
        return ([.. page.Rows.Where(row => IsMeant(row, scoredDay)).Select(row => row.Key.Value[prefix.Length..])], page.Next?.Value);
    }

    /// <summary>Both kinds of rows have a day of that name: a fact since when the user is known, a score since when it stands.</summary>
    private static bool IsMeant(Row row, int? scoredDay) => row.Properties.Number("since") is var since && (scoredDay is { } day ? since >= day : since != Retired);
}
