namespace UserOps.Application.Journeys.Shipped;

/// <summary>What became of a shipped document here.</summary>
/// <param name="Draft">Tag of its bytes.</param>
/// <param name="Version">The last published one; 0: none yet.</param>
public sealed record ShippedHead(string Draft, JourneyState State, int Version);
