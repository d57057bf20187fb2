namespace UserOps.Functions.Journeys;

/// <summary>What the activity tells. Frozen, as <see cref="JourneyRunV1"/> is: it stands in histories.</summary>
/// <param name="Until">UTC; null: no instant ends the wait.</param>
public sealed record JourneyRunV1Step(JourneyRunV1State State, DateTime? Until = null);
