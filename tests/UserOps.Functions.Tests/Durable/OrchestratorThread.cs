namespace UserOps.Functions.Tests.Durable;

/// <summary>
/// The one thread of an orchestrator. Continuations of the context's tasks run inline on it; one that is posted from elsewhere comes from a task that is not the
/// context's.
/// </summary>
internal sealed class OrchestratorThread(Action<string> fault) : SynchronizationContext
{
    public const string ForeignTask = "the orchestrator awaits something that is not the context's (a delay, a task of the pool, I/O, or ConfigureAwait(false))";

    private readonly Queue<(SendOrPostCallback Callback, object? State)> _posted = new();
    private int _thread;

    public bool IsCurrent => _thread == Environment.CurrentManagedThreadId;

    public void Run(Action step)
    {
        var before = Current;
        SetSynchronizationContext(this);
        _thread = Environment.CurrentManagedThreadId;
        try
        {
            step();
            while (_posted.TryDequeue(out var next))
            {
                next.Callback(next.State);
            }
        }
        finally
        {
            _thread = 0;
            SetSynchronizationContext(before);
        }
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (IsCurrent)
        {
            _posted.Enqueue((d, state));
        }
        else
        {
            fault(ForeignTask);
        }
    }

    public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException();

    public override SynchronizationContext CreateCopy() => this;
}
