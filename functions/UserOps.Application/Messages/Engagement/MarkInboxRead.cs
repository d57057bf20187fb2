using UserOps.Application.Messages.Sending;
using UserOps.Application.Users;

namespace UserOps.Application.Messages.Engagement;

/// <summary>Notes that a person read a message of their inbox: the first time counts.</summary>
public sealed class MarkInboxRead(NamedUser named, InboxRows rows, NoteEngagement note, TimeProvider clock)
{
    /// <param name="id">As <see cref="NamedUser"/> takes it.</param>
    /// <returns>Null when nobody is known by the id, or has no such message.</returns>
    public async Task<InboxItem?> RunAsync(string id, Guid message, CancellationToken cancel)
    {
        if (await named.RunAsync(id, cancel) is not { } profile)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        while (await rows.FindAsync(profile.Key, message, cancel) is { } stored)
        {
            var read = stored.Entry with { ReadAt = stored.Entry.ReadAt ?? now };
            if (read == stored.Entry || await rows.ReplaceAsync(profile.Key, stored, read, cancel))
            {
                // Also when it was read before: the process may have ended in between.
                await note.OpenedAsync(profile.Key, read.Message, read.ReadAt, cancel);
                return InboxItem.Of(read);
            }
        }

        return null;
    }
}
