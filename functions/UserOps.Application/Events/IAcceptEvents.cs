using UserOps.Domain.Events;

namespace UserOps.Application.Events;

/// <summary>Where every intake ends: events safely queued, refusals safely kept, then the answer.</summary>
public interface IAcceptEvents
{
    Task RunAsync(IReadOnlyList<UserEvent> accepted, IReadOnlyList<RejectedEvent> rejected, CancellationToken cancel);

    /// <summary>Queues events of the suite's own making for users whose partition is already known; their identity is empty.</summary>
    Task ToUsersAsync(IReadOnlyList<AddressedEvent> events, CancellationToken cancel);
}
