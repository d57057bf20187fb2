using UserOps.Application.Events;
using UserOps.Domain.Events;

namespace UserOps.Tests.Orders.Import;

/// <summary>Keeps each event once, by its id, as apply does.</summary>
internal sealed class RecordingApply : IApplyEvents
{
    private readonly Dictionary<EventId, UserEvent> _events = [];

    public int Calls { get; private set; }

    public Action? OnCall { get; init; }

    public Action<IReadOnlyList<UserEvent>>? OnEvents { get; init; }

    public IReadOnlyCollection<UserEvent> Events => _events.Values;

    public Task<ApplyCounts> RunAsync(IReadOnlyList<UserEvent> events, CancellationToken cancel)
    {
        lock (_events)
        {
            Calls++;
            var applied = events.Count(e => _events.TryAdd(e.Id, e));
            OnCall?.Invoke();
            OnEvents?.Invoke(events);
            return Task.FromResult(new ApplyCounts(applied, events.Count - applied, 0));
        }
    }
}
