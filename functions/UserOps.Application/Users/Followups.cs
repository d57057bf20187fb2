using UserOps.Application.Events;
using UserOps.Application.Storage;
using UserOps.Domain.Users;

namespace UserOps.Application.Users;

/// <summary>
/// What one call still has to carry out, wherever it arose: a list worked off by <see cref="DrainOutbox"/> instead of calls within calls, since applying events may
/// merge users and merging applies events.
/// </summary>
public sealed class Followups
{
    private readonly Queue<Item> _items = [];
    private readonly HashSet<(string, TableKey)> _taken = [];
    private readonly HashSet<string> _resumed = [];

    /// <summary>Notes what a commit left to do.</summary>
    public void Add(Committed committed)
    {
        if (committed is { Profile: { } profile, Outbox: { } outbox })
        {
            Carry(profile, outbox);
        }

        // An event that comes again may come because its first delivery died before it carried out what follows.
        if (committed.Duplicates > 0)
        {
            foreach (var key in committed.Former.Append(committed.UserKey))
            {
                _items.Enqueue(new Item.LookForLeftovers(key));
            }
        }

        foreach (var loser in committed.Draining.Where(_resumed.Add))
        {
            _items.Enqueue(new Item.ResumeMerge(loser));
        }
    }

    /// <summary>Notes what a commit of a profile left to do.</summary>
    public void Carry(Profile profile, Outbox outbox)
    {
        if (!outbox.IsEmpty)
        {
            Take(profile.Key, UserRow.Outbox(profile.Rev));
            _items.Enqueue(new Item.Carry(profile, outbox));
        }
    }

    /// <summary>Has the person's segments looked at once all that was noted before is carried out.</summary>
    public void Review(string userKey) => _items.Enqueue(new Item.Review(userKey));

    /// <summary>Another worker may have written to a user what this call was about to write, and have died before it carried out what follows.</summary>
    public void LookFor(string userKey) => _items.Enqueue(new Item.LookForLeftovers(userKey));

    /// <summary>Deletes a row once all that was noted before is carried out: until then it leads whoever comes next to what is left.</summary>
    public void DeleteAfter(TableKey partition, TableKey row) => _items.Enqueue(new Item.Delete(partition, row));

    public bool TryNext(out Item? item) => _items.TryDequeue(out item);

    /// <returns>False for an outbox row that this call has in hand already.</returns>
    public bool Take(string userKey, TableKey row) => _taken.Add((userKey, row));

    public abstract record Item
    {
        private Item()
        {
        }

        public sealed record Carry(Profile Profile, Outbox Outbox) : Item;

        public sealed record LookForLeftovers(string UserKey) : Item;

        public sealed record Delete(TableKey Partition, TableKey Row) : Item;

        public sealed record Review(string UserKey) : Item;

        /// <summary>A merge whose worker seems to have died; if it is alive, doing it twice is harmless.</summary>
        public sealed record ResumeMerge(string LoserKey) : Item;
    }
}
