using UserOps.Domain.Journeys;

namespace UserOps.Application.Journeys;

/// <summary>A published version, which never changes.</summary>
public sealed record JourneyVersion(int Version, DateTimeOffset PublishedAt, JourneyDefinition Journey);
