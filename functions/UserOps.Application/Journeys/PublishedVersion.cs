namespace UserOps.Application.Journeys;

public sealed record PublishedVersion(int Version, DateTimeOffset PublishedAt);
