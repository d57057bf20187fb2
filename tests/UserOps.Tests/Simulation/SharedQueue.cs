namespace UserOps.Tests.Simulation;

/// <summary>The queue that all processes share: at least once, in any order, each delivery under a lease.</summary>
internal sealed class SharedQueue(SimulatedClock clock)
{
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private readonly List<QueuedMessage> _messages = [];
    private int _added;

    public int Count => _messages.Count;

    public DateTimeOffset? NextDue => _messages.Count == 0 ? null : _messages.Min(m => m.Due);

    public void Add(byte[] body, TimeSpan delay) => _messages.Add(new(++_added, body, clock.GetUtcNow() + delay));

    /// <summary>Hands out a due message of the seed's choosing; null when none is due.</summary>
    public QueuedMessage? Take(Random random)
    {
        var now = clock.GetUtcNow();
        var due = _messages.FindAll(m => m.Due <= now);
        if (due.Count == 0)
        {
            return null;
        }

        var message = due[random.Next(due.Count)];
        message.Due = now + Lease;
        message.Deliveries++;
        return message;
    }

    /// <summary>Handled; a delivery whose lease has ended and that was followed by another has no say.</summary>
    public void Complete(QueuedMessage message, int delivery)
    {
        if (message.Deliveries == delivery)
        {
            _messages.Remove(message);
        }
    }

    /// <summary>Failed; not delivered again before the delay has passed.</summary>
    public void Retry(QueuedMessage message, int delivery, TimeSpan delay)
    {
        if (message.Deliveries == delivery)
        {
            message.Due = clock.GetUtcNow() + delay;
        }
    }
}
