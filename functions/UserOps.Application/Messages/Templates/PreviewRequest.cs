using System.Text.Json;
using System.Text.Json.Serialization;

namespace UserOps.Application.Messages.Templates;

/// <param name="User">Whom it is for, as <see cref="Users.NamedUser"/> takes it.</param>
/// <param name="Language">In place of the person's own.</param>
/// <param name="Version">Null: the draft.</param>
/// <param name="Event">What may have brought the person here.</param>
/// <param name="Variables">Of a journey's run.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PreviewRequest(
    string? User, string? Language = null, int? Version = null, PreviewEvent? Event = null, IReadOnlyDictionary<string, JsonElement>? Variables = null);
