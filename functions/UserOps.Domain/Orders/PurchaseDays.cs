namespace UserOps.Domain.Orders;

/// <summary>The order days of a history up to a day, ascending, each as it stood at the end of that day.</summary>
public ref struct PurchaseDays(ReadOnlySpan<PurchaseEntry> entries, int asOf)
{
    private readonly ReadOnlySpan<PurchaseEntry> _entries = entries;
    private int _next = 0;

    public PurchaseDay Current { get; private set; }

    public readonly PurchaseDays GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_next >= _entries.Length || _entries[_next].OrderDay > asOf)
        {
            return false;
        }

        var day = _entries[_next].OrderDay;
        var orders = 0;
        long amount = 0;
        for (; _next < _entries.Length && _entries[_next].OrderDay == day; _next++)
        {
            if (_entries[_next].EffectiveDay <= asOf)
            {
                orders += _entries[_next].Orders;
                amount += _entries[_next].AmountMinor;
            }
        }

        Current = new(day, orders, amount);
        return true;
    }
}
