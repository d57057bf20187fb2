using System.Globalization;
using UserOps.Application.Storage;
using UserOps.Domain;

namespace UserOps.Application.Tags;

/// <summary>How many had a tag, by day: partition <c>tagdays~{hash of its name}</c>, row <c>d~{yyyy-MM-dd}</c>.</summary>
public sealed class TagDays(ITableStore tables)
{
    private const string CountName = "count";
    private const string Prefix = "d~";

    /// <summary>The last word on a day counts.</summary>
    public Task SetAsync(string tag, DateOnly day, long count, CancellationToken cancel) =>
        tables.CommitAsync(Partition(tag), [new Change.Upsert(Properties.Of(CountName, count)) { Key = Key(day) }], cancel);

    /// <summary>In order, both days included.</summary>
    public IAsyncEnumerable<TagDayView> BetweenAsync(string tag, DateOnly from, DateOnly to, CancellationToken cancel) =>
        tables.RowsAsync(new(Partition(tag), Key(from), $"{Key(to).Value}~"), cancel)
            .Select(row => new TagDayView(DateOnly.ParseExact(row.Key.Value.AsSpan(Prefix.Length), "yyyy-MM-dd", CultureInfo.InvariantCulture), row.Properties.Number(CountName)));

    private static TableKey Partition(string tag) => "tagdays~" + HashText.Of("tag", tag);

    private static TableKey Key(DateOnly day) => Prefix + day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
