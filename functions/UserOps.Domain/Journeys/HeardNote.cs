namespace UserOps.Domain.Journeys;

/// <summary>That an event was applied which a run may wait for.</summary>
/// <param name="Seq">The profile's count of applied events with it.</param>
/// <param name="Row">Of the event, in the user's partition.</param>
public sealed record HeardNote(long Seq, string Name, string Row);
