using UserOps.Application.Storage;
using UserOps.Application.Users;
using UserOps.Domain.Users;

namespace UserOps.Application.Events;

/// <summary>The one atomic batch in which events enter a user's partition.</summary>
public static class UserBatch
{
    private const int Version = 1;

    /// <summary>Position of the profile's own change, whose conflict means that somebody else wrote first.</summary>
    public const int ProfileIndex = 0;

    /// <param name="etag">Of the profile as read; null for a new user.</param>
    public static List<Change> Of(Folded folded, string? etag, IReadOnlyList<IncomingEvent> events)
    {
        var profile = HolderRow.Write(folded.Profile);
        var changes = new List<Change>(2 + (events.Count * 3))
        {
            etag is null
                ? new Change.Insert(profile) { Key = UserRow.Profile }
                : new Change.Replace(profile, etag) { Key = UserRow.Profile },
        };
        foreach (var said in events)
        {
            changes.Add(new Change.Insert(MarkerRow.Write(said)) { Key = UserRow.Marker(said.Id) });
            changes.Add(new Change.Insert(Documents.WriteBytes(said.Json.Span, "event", Version)) { Key = UserRow.Event(said.Event.OccurredAt, said.Id) });
        }

        // Written under the profile's ETag like everything else, so no condition of their own.
        foreach (var order in folded.Orders)
        {
            changes.Add(new Change.Upsert(Documents.Write(order, UserJson.Compact.Order, Version)) { Key = UserRow.Order(order.Ref.Hash()) });
        }

        if (!folded.Outbox.IsEmpty)
        {
            changes.Add(new Change.Insert(Documents.Write(folded.Outbox, UserJson.Compact.Outbox, Version)) { Key = UserRow.Outbox(folded.Profile.Rev) });
        }

        return changes;
    }
}
