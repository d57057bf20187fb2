using UserOps.Domain.Events;

namespace UserOps.Tests.Simulation;

/// <summary>One request of a sender; sent again until it is answered.</summary>
internal sealed record Arrival(DateTimeOffset At, IReadOnlyList<UserEvent> Events);
