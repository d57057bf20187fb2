using System.Text.Json;

namespace UserOps.Application.Journeys;

/// <param name="Journey">In canonical form.</param>
public sealed record VersionView(int Version, DateTimeOffset PublishedAt, JsonElement Journey);
