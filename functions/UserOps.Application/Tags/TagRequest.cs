using System.Text.Json;
using System.Text.Json.Serialization;

namespace UserOps.Application.Tags;

/// <summary>Body of <c>POST /api/users/{id}/tags</c>.</summary>
/// <param name="Add">Names, or <c>{"tag": "size", "value": "XL", "until": "2027-01-01"}</c>; of a day the tag ends with its beginning.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record TagRequest(IReadOnlyList<JsonElement>? Add, IReadOnlyList<string?>? Remove);
