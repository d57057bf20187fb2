using UserOps.Application.Events;
using UserOps.Application.Messages.Sending;
using UserOps.Application.Segments.Reviews;
using UserOps.Application.Storage;
using UserOps.Application.Users;
using UserOps.Domain.Events;
using UserOps.Domain.Messages;

namespace UserOps.Application.Messages.Engagement;

/// <summary>Notes in the ledger what became of a message, and makes it an event of the person's. Safe to do twice, and in any order.</summary>
public sealed class NoteEngagement(FindMessage find, MessageRows rows, ITableStore store, IAcceptEvents accept, ReviewSoon soon, TimeProvider clock)
{
    /// <param name="at">Null: now.</param>
    /// <returns>False when there is no such message.</returns>
    public Task<bool> OpenedAsync(string userKey, string row, DateTimeOffset? at, CancellationToken cancel) =>
        RunAsync(userKey, row, at, (entry, when) => entry.Opened(when), MessageEvents.Opened, cancel);

    public Task<bool> ClickedAsync(string userKey, string row, Uri address, DateTimeOffset? at, CancellationToken cancel) =>
        RunAsync(
            userKey, row, at, (entry, when) => entry.Clicked(when), (key, entry, when, now) => MessageEvents.Clicked(key, entry, address, when, now), cancel);

    /// <param name="delivery">One of <see cref="DeliveryNames"/>.</param>
    public Task<bool> ReportedAsync(string userKey, string row, string delivery, DateTimeOffset at, CancellationToken cancel) =>
        RunAsync(
            userKey, row, at, (entry, when) => entry.Reported(delivery, when), (key, entry, when, now) => MessageEvents.Reported(key, entry, delivery, when, now), cancel);

    private async Task<bool> RunAsync(
        string userKey,
        string row,
        DateTimeOffset? told,
        Func<MessageEntry, DateTimeOffset, MessageEntry> fold,
        Func<string, MessageEntry, DateTimeOffset, DateTimeOffset, UserEvent> write,
        CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var at = told ?? now;
        if (await find.RunAsync(userKey, row, cancel) is not { } found)
        {
            return false;
        }

        var said = write(row, found.Message.Entry, at, now);

        // The queue would find out too; but anybody who has a link may call it all day.
        if (await store.GetAsync(found.UserKey, UserRow.Marker(said.Id), cancel) is null)
        {
            await accept.ToUsersAsync([new(found.UserKey, said)], cancel);
        }

        while (fold(found.Message.Entry, at) is var folded && folded != found.Message.Entry
            && !await soon.WithMessageAsync(found.UserKey, () => rows.ReplaceAsync(found.Partition, found.Message, folded, cancel), cancel))
        {
            if (await find.RunAsync(userKey, row, cancel) is not { } again)
            {
                return false;
            }

            found = again;
        }

        return true;
    }
}
