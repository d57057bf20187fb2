namespace UserOps.Tests.Simulation;

/// <summary>
/// Runs everything on one thread, one continuation at a time; the seed chooses which of those that are ready comes next. So a seed is one interleaving, and the same one
/// every time.
/// </summary>
internal sealed class Scheduler(Random random, Trace trace)
{
    private readonly List<(ProcessContext Owner, SendOrPostCallback Callback, object? State)> _ready = [];
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private string? _escape;

    public int Ready => _ready.Count;

    public long Steps { get; private set; }

    public void Post(ProcessContext owner, SendOrPostCallback callback, object? state)
    {
        if (Environment.CurrentManagedThreadId != _thread)
        {
            // Thrown here it would end the test host, since this is a thread of the pool.
            _escape = $"A continuation of {owner.Name} came from another thread:\n{Environment.StackTrace}";
        }
        else if (owner.Alive)
        {
            _ready.Add((owner, callback, state));
        }
    }

    /// <summary>Runs one ready continuation of the seed's choosing.</summary>
    public void RunOne()
    {
        ThrowIfEscaped();
        var index = random.Next(_ready.Count);
        var (owner, callback, state) = _ready[index];
        _ready[index] = _ready[^1];
        _ready.RemoveAt(_ready.Count - 1);
        Steps++;
        var outer = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(owner);
        try
        {
            callback(state);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(outer);
        }
    }

    /// <summary>Ends a process here and now.</summary>
    public void Drop(ProcessContext owner)
    {
        owner.Alive = false;
        _ready.RemoveAll(step => step.Owner == owner);
    }

    /// <summary>To be called when nothing is ready: whoever is busy then must at least wait for a timer.</summary>
    public void ThrowIfStalled(IEnumerable<ProcessContext> processes)
    {
        ThrowIfEscaped();
        if (processes.FirstOrDefault(p => p is { Alive: true, Busy.Count: > 0, Timers: 0 }) is { } stuck)
        {
            throw new SimulationException(
                $"Deadlock: no step is ready and no timer is set, but {stuck.Name} has not finished {string.Join(", ", stuck.Busy)}. Either they wait for each other, or "
                + $"for something outside the simulator (a timer of the system's clock, Task.Run, real I/O).\n{trace}");
        }
    }

    public void ThrowIfEscaped()
    {
        if (_escape is { } escape)
        {
            throw new SimulationException($"{escape}\n{trace}");
        }
    }
}
