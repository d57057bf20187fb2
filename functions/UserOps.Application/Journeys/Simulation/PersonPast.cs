using UserOps.Application.Events;

namespace UserOps.Application.Journeys.Simulation;

/// <summary>What happened to one person, each part in the order of time.</summary>
/// <param name="History">With no journey open.</param>
/// <param name="Events">With the journey open.</param>
internal sealed record PersonPast(string UserKey, IAsyncEnumerable<IncomingEvent> History, IAsyncEnumerable<IncomingEvent> Events);
