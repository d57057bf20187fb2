using System.Text.Json.Serialization;

namespace UserOps.Application.Segments.Members;

/// <param name="Add">Ids, as <c>GET /api/users/{id}</c> takes them; at most 1,000 with those of <paramref name="Remove"/>.</param>
/// <param name="From">In place of both: everybody of a segment or a snapshot.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ListBody(IReadOnlyList<string?>? Add = null, IReadOnlyList<string?>? Remove = null, ListSource? From = null);
