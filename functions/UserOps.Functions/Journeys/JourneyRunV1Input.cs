namespace UserOps.Functions.Journeys;

/// <summary>Names a run, whose row is the truth. Frozen, as <see cref="JourneyRunV1"/> is: it stands in histories.</summary>
public sealed record JourneyRunV1Input(string UserKey, string RunId);
