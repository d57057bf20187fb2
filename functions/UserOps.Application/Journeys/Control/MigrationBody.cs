using System.Text.Json.Serialization;

namespace UserOps.Application.Journeys.Control;

/// <param name="From">Version that people are in.</param>
/// <param name="To">Version that they go to.</param>
/// <param name="Mapping">Old step's id to the new one's, or to <c>end</c>. Steps that both versions have need none.</param>
/// <param name="DryRun">Only say what would be.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record MigrationBody(int From, int To, IReadOnlyDictionary<string, string>? Mapping = null, bool DryRun = false);
