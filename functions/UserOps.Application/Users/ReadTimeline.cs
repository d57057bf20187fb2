using UserOps.Application.Events;
using UserOps.Application.Storage;

namespace UserOps.Application.Users;

/// <summary>A user's events in the order they happened, a page at a time.</summary>
public sealed class ReadTimeline(ITableStore store, NamedUser named)
{
    public const int MaxItems = 500;

    /// <param name="from">Not before this instant; null: from the first.</param>
    /// <param name="after">The <see cref="Timeline.Next"/> of the page before; it overrides <paramref name="from"/>.</param>
    /// <returns>Null when nobody is known by the id.</returns>
    public async Task<Timeline?> RunAsync(string id, DateTimeOffset? from, string? after, int limit, CancellationToken cancel)
    {
        if (await named.RunAsync(id, cancel) is not { } profile)
        {
            return null;
        }

        TableKey start = UserRow.EventPrefix + (after ?? (from is { } at ? $"{at.UtcTicks:D19}" : "0"));
        var items = new List<TimelineItem>(limit);
        await foreach (var row in store.RowsAsync(new(profile.Key, start, RowQuery.EndOf(UserRow.EventPrefix), limit + 1), cancel))
        {
            if (items.Count == limit)
            {
                return new(items, row.Key.Value[UserRow.EventPrefix.Length..]);
            }

            items.Add(TimelineItem.Of(IncomingEvent.Read(Documents.ReadBytes(row)).Event));
        }

        return new(items, null);
    }
}
