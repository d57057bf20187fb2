using System.Text.Json.Serialization;

namespace UserOps.Application.Segments.Members;

/// <summary>Many at once for a list: whoever is in a segment now, or was when a snapshot of it was taken.</summary>
/// <param name="Segment">Key of a published segment.</param>
/// <param name="Snapshot">Id of one of its snapshots; null: now.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ListSource(string? Segment = null, string? Snapshot = null)
{
    public override string ToString() => Snapshot is null ? Segment ?? "" : $"{Segment}/{Snapshot}";
}
