using UserOps.Application.Journeys;
using UserOps.Application.Segments;
using UserOps.Application.Settings;
using UserOps.Application.Storage;
using UserOps.Application.Users;
using UserOps.Domain.Journeys;
using UserOps.Domain.Orders;
using UserOps.Domain.Segments;
using UserOps.Domain.Tags;
using UserOps.Domain.Users;

namespace UserOps.Application.Events;

/// <summary>
/// Folds a chunk of events into the partition of the user they lead to, in one batch under the profile's ETag. It reads nothing it need not: that an event is in
/// already shows as a conflict on its marker.
/// </summary>
public sealed class CommitEvents(ITableStore store, FindUser find, UserKeys keys, JourneyDoors doors, PublishedSegments segments, UserOpsSettings settings)
{
    private const int MaxTries = 20;

    private readonly UserTurns _turns = new();
    private readonly UserFold _fold = new(settings.Workspace.Zone, settings.Workspace.Currency, settings.Scoring.Activity);

    /// <param name="partition">Of the identifier that names the user.</param>
    /// <param name="events">At most <see cref="EventChunks.MaxEvents"/>.</param>
    /// <param name="news">False: they happened to somebody who became this user, and nothing begins or goes on because of them.</param>
    public Task<Committed> RunAsync(string partition, IReadOnlyList<IncomingEvent> events, CancellationToken cancel, bool news = true) =>
        _turns.TakeAsync(partition, () => CommitAsync(partition, events, news, cancel), cancel);

    private async Task<Committed> CommitAsync(string partition, IReadOnlyList<IncomingEvent> events, bool news, CancellationToken cancel)
    {
        var tags = news ? (await segments.RunAsync(cancel)).Tags : TagSet.Empty;
        IReadOnlyList<IncomingEvent> fresh = [.. events.DistinctBy(e => e.Id).Select(said => Settled(said, tags))];
        for (var attempt = 1; attempt <= MaxTries; attempt++)
        {
            var user = await find.RunAsync(partition, cancel);
            if (user.Holder is Holder.Erased)
            {
                return new(user.Key, null, null, 0, events.Count, user.Draining, user.Former);
            }

            foreach (var former in user.Former)
            {
                fresh = await WithoutMarkedAsync((await find.RunAsync(former, cancel)).Key, fresh, cancel);
            }

            if (fresh.Count == 0)
            {
                return new(user.Key, null, null, 0, events.Count, user.Draining, user.Former);
            }

            var profile = (user.Holder as Holder.Here)?.Profile;
            var orders = profile is null ? [] : await OrdersAsync(user.Key, fresh, cancel);
            var folded = _fold.Apply(user.Key, profile, orders, [.. fresh.Select(e => e.Event)], id => keys.Of(id) == user.Key);
            folded = news ? Heard(folded, fresh, await doors.RunAsync(cancel)) : folded;
            if (ReviewReasons.Ask((await segments.RunAsync(cancel)).Asked, profile, folded.Profile, fresh.Select(e => e.Event)))
            {
                folded = folded with { Outbox = folded.Outbox with { Review = true } };
            }

            switch (await store.CommitAsync(user.Key, UserBatch.Of(folded, user.ETag, fresh), cancel))
            {
                case CommitResult.Committed:
                    return new(user.Key, folded.Profile, folded.Outbox, fresh.Count, events.Count - fresh.Count, user.Draining, user.Former);
                case CommitResult.Conflicted { Index: not UserBatch.ProfileIndex }:
                    fresh = await WithoutMarkedAsync(user.Key, fresh, cancel);
                    break;
            }
        }

        throw new TimeoutException($"A user's partition was written by others {MaxTries} times in a row.");
    }

    /// <summary>What it says of tags by the definitions of now. What happened to somebody who became this user was settled when it came.</summary>
    private IncomingEvent Settled(IncomingEvent said, TagSet tags) =>
        tags.Settle(said.Event, settings.Workspace.Zone) is var settled && ReferenceEquals(settled, said.Event) ? said : IncomingEvent.Of(settled);

    /// <summary>Tells the journeys that somebody is in, or may come into.</summary>
    private static Folded Heard(Folded folded, IReadOnlyList<IncomingEvent> events, IReadOnlyDictionary<string, IReadOnlyList<JourneyVersion>> doors)
    {
        var first = folded.Profile.Seq - events.Count + 1;
        HeardNote[] notes = [.. events.Select((said, i) => new HeardNote(first + i, said.Event.Name, UserRow.Event(said.Event.OccurredAt, said.Id).Value))];
        var (journeys, wakes) = Participations.Hear(folded.Profile.Journeys, notes);
        HeardNote[] entries = [.. notes.Where(note => doors.ContainsKey(note.Name))];
        return wakes.Count == 0 && entries.Length == 0
            ? folded
            : folded with
            {
                Profile = folded.Profile with { Journeys = journeys },
                Outbox = folded.Outbox with { Wakes = wakes.Count > 0 ? wakes : null, Entries = entries.Length > 0 ? entries : null },
            };
    }

    private async Task<IReadOnlyList<IncomingEvent>> WithoutMarkedAsync(string key, IReadOnlyList<IncomingEvent> events, CancellationToken cancel)
    {
        var marked = await Task.WhenAll(events.Select(async said =>
        {
            var marker = await store.GetAsync(key, UserRow.Marker(said.Id), cancel);
            if (marker is not null)
            {
                await NoteContentAsync(key, marker, said, cancel);
            }

            return marker is not null;
        }));
        return [.. events.Where((_, i) => !marked[i])];
    }

    /// <summary>A key that came again with another content is a sender's mistake worth showing; the first content stays.</summary>
    private async Task NoteContentAsync(string key, Row marker, IncomingEvent said, CancellationToken cancel)
    {
        while (MarkerRow.WithContent(marker, said.Event.ContentHash) is { } noted
            && await store.GetAsync(key, UserRow.Profile, cancel) is { } row
            && HolderRow.Read(row) is Holder.Here { Profile: var profile })
        {
            Change[] changes =
            [
                new Change.Replace(HolderRow.Write(profile with { ReusedKeys = profile.ReusedKeys + 1, Rev = profile.Rev + 1 }), row.ETag) { Key = UserRow.Profile },
                new Change.Replace(noted, marker.ETag) { Key = marker.Key },
            ];
            if (await store.CommitAsync(key, changes, cancel) is CommitResult.Committed
                || await store.GetAsync(key, marker.Key, cancel) is not { } current)
            {
                return;
            }

            marker = current;
        }
    }

    private async Task<IReadOnlyList<Order>> OrdersAsync(string key, IReadOnlyList<IncomingEvent> events, CancellationToken cancel)
    {
        var touched = events.Select(e => e.Event.Order?.Order).OfType<OrderRef>().Distinct().ToArray();
        if (touched.Length == 0)
        {
            return [];
        }

        var rows = await Task.WhenAll(touched.Select(order => store.GetAsync(key, UserRow.Order(order.Hash()), cancel)));
        return [.. rows.OfType<Row>().Select(row => Documents.Read(row, UserJson.Compact.Order))];
    }
}
