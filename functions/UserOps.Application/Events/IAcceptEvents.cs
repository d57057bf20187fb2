using UserOps.Domain.Events;

namespace UserOps.Application.Events;

/// <summary>Where every intake ends: events safely queued, refusals safely kept, then the answer.</summary>
public interface IAcceptEvents
{
    Task RunAsync(IReadOnlyList<UserEvent> accepted, IReadOnlyList<RejectedEvent> rejected, CancellationToken cancel);
}
