using System.Text.Json;

namespace UserOps.Application.Tags;

/// <param name="Definition">In canonical form.</param>
public sealed record TagVersionView(int Version, DateTimeOffset ActivatedAt, JsonElement Definition);
