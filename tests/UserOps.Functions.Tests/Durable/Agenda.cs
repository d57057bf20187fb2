namespace UserOps.Functions.Tests.Durable;

/// <summary>What is due when, on a virtual clock that leaps from one to the next and never goes back.</summary>
internal sealed class Agenda(ManualClock clock)
{
    private readonly PriorityQueue<WorkItem, (DateTimeOffset At, long Order)> _due = new();
    private long _order;

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Of what is due at the same instant an execution's own start comes first: nobody hears anything before it.</summary>
    public void Add(WorkItem item, TimeSpan after) => _due.Enqueue(item, (Now + after, item.Event is HistoryEvent.ExecutionStarted ? _order++ - (long.MaxValue / 2) : _order++));

    /// <summary>Whether the next thing is for this instance, and so soon that it may well be delivered with what comes now.</summary>
    public bool IsNextFor(ReplayedInstance instance) =>
        _due.TryPeek(out var next, out var place) && next.Instance == instance && !next.IsStale && place.At - Now <= TimeSpan.FromSeconds(1);

    public void AdvanceTo(DateTimeOffset instant) => clock.Advance(TimeSpan.FromTicks(Math.Max(0, (instant - Now).Ticks)));

    /// <returns>Null when nothing is due, or nothing until then.</returns>
    public WorkItem? Next(DateTimeOffset? until)
    {
        while (_due.TryPeek(out var item, out var place))
        {
            // A timer that nobody waits for moves no clock; an activity runs to its end all the same.
            if (item.IsStale && item.Activity is null)
            {
                _due.Dequeue();
                continue;
            }

            if (place.At > until)
            {
                return null;
            }

            _due.Dequeue();
            AdvanceTo(place.At);
            return item;
        }

        return null;
    }
}
