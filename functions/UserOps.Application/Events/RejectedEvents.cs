namespace UserOps.Application.Events;

/// <summary>placeholder until merge</summary>
public sealed class RejectedEvents
{
    private int _n; public Task AddAsync(IReadOnlyList<RejectedEvent> rejected, CancellationToken cancel) { _n++; return Task.CompletedTask; }
}
