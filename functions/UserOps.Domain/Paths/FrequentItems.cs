namespace UserOps.Domain.Paths;

/// <summary>
/// Counts of the most frequent of however many different items, in bounded memory (Misra and Gries 1982, mergeable as Agarwal et al. 2012 show). What is counted of an item is
/// never more than the truth, and never less by more than <see cref="Error"/>, which is at most <see cref="Total"/> / (<paramref name="most"/> + 1) where items are of about one
/// size. Exact, and the same in any order, as long as nothing had to go.
/// </summary>
/// <param name="most">Items that stay when there is no room; twice as many find room.</param>
/// <param name="bytes">Bytes that stay, in the same way.</param>
/// <param name="size">Bytes of an item.</param>
public sealed class FrequentItems<T>(int most, long bytes, Func<T, int> size)
    where T : notnull
{
    private readonly Dictionary<T, Frequency> _items = [];
    private long _bytes;

    /// <summary>All that was counted, of whatever item.</summary>
    public long Total { get; private set; }

    /// <summary>What may be missing from the count of any item, and from its people; 0: nothing.</summary>
    public long Error { get; private set; }

    /// <summary>Those that there was room for, in no order.</summary>
    public IReadOnlyDictionary<T, Frequency> Items => _items;

    /// <summary>As it was before.</summary>
    public void Restore(long total, long error, IEnumerable<KeyValuePair<T, Frequency>> items)
    {
        (Total, Error) = (Total + total, Error + error);
        foreach (var (item, frequency) in items)
        {
            Put(item, frequency);
        }
    }

    public void Add(T item) => Restore(1, 0, [new(item, new(1, 1))]);

    public void Add(FrequentItems<T> others) => Restore(others.Total, others.Error, others._items);

    /// <summary>What one person did, who is counted once with each item.</summary>
    public void AddPerson(FrequentItems<T> theirs) =>
        Restore(theirs.Total, theirs.Error, theirs._items.Select(one => new KeyValuePair<T, Frequency>(one.Key, one.Value with { Users = 1 })));

    private void Put(T item, Frequency frequency)
    {
        if (_items.TryGetValue(item, out var before))
        {
            _items[item] = before + frequency;
            return;
        }

        _items[item] = frequency;
        _bytes += size(item);
        if (_items.Count / 2 >= most || _bytes / 2 >= bytes)
        {
            Trim();
        }
    }

    /// <summary>Takes off all what the first for which there is no room has; whatever is left with nothing goes. Of equal counts none stays before another, so that no order shows.</summary>
    private void Trim()
    {
        var (kept, room) = (0, bytes);
        var excess = _items.OrderByDescending(one => one.Value.Count).SkipWhile(one => kept++ < most && (room -= size(one.Key)) >= 0).First().Value.Count;
        Error += excess;
        foreach (var (item, frequency) in _items.ToList())
        {
            if (frequency.Count > excess)
            {
                _items[item] = frequency.Less(excess);
            }
            else
            {
                _items.Remove(item);
                _bytes -= size(item);
            }
        }
    }
}
