using System.Globalization;
using UserOps.Application.Settings;
using UserOps.Application.Storage;
using UserOps.Domain;

namespace UserOps.Application.Events.Rejections;

/// <summary>Events that could not be taken, by workspace day of receipt: partition <c>rejected~2026-11-22</c>. The same rejection is kept once a day.</summary>
public sealed class RejectedEvents(ITableStore store, UserOpsSettings settings, TimeProvider time)
{
    public async Task AddAsync(IReadOnlyList<RejectedEvent> rejected, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(rejected);
        if (rejected.Count > 0)
        {
            var now = time.GetUtcNow();
            await Of(DayOf(now)).AddAsync([.. rejected.Select(one => Write(one, now))], now, cancel);
        }
    }

    /// <summary>Oldest first.</summary>
    /// <param name="day">Workspace day; null: today.</param>
    /// <param name="from">The page before's <see cref="RejectedPage.Next"/>.</param>
    public async Task<RejectedPage> ListAsync(DateOnly? day, string? from, int pageSize, CancellationToken cancel)
    {
        var date = day ?? DayOf(time.GetUtcNow());
        var page = await Of(date).ListAsync(from, pageSize, cancel);
        return new(date, [.. page.Rows.Select(Read)], page.Next?.Value);
    }

    private DateOnly DayOf(DateTimeOffset instant) => Days.ToDate(Days.Of(instant, settings.Workspace.Zone));

    private OnceRows Of(DateOnly day) => new(store, "rejected~" + day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static OnceRow Write(RejectedEvent rejected, DateTimeOffset now) => new(
        HashText.Of($"{rejected.Source}\n{rejected.Field}\n{rejected.Reason}", rejected.Body),
        Properties.Of(
            new("at", now),
            new("source", rejected.Source),
            new("index", (long)rejected.Index),
            new("field", rejected.Field),
            new("reason", rejected.Reason),
            new("body", rejected.Body)));

    private static KeptRejection Read(Row row) => new(
        row.Properties.Instant("at"),
        row.Properties.Text("source"),
        (int)row.Properties.Number("index"),
        row.Properties.Text("field"),
        row.Properties.Text("reason"),
        row.Properties.Text("body"));
}
