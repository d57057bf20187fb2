using UserOps.Domain.Events;

namespace UserOps.Application.Events;

/// <summary>What one request amounts to: events to queue and refusals to keep.</summary>
public sealed record IntakeOutcome(IReadOnlyList<UserEvent> Accepted, IReadOnlyList<RejectedEvent> Rejected)
{
    public static IntakeOutcome Of(params IReadOnlyList<UserEvent> accepted) => new(accepted, []);

    public static IntakeOutcome Of(RejectedEvent rejected) => new([], [rejected]);
}
