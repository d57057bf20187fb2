using System.Text.Json.Serialization;

namespace UserOps.Application.Journeys.Simulation;

/// <param name="Channel">A channel or <c>all</c>.</param>
/// <param name="Purpose">A purpose or <c>all</c>.</param>
/// <param name="State"><c>granted</c> or <c>denied</c>.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record MadeUpConsent(string? Channel, string? Purpose, string? State);
