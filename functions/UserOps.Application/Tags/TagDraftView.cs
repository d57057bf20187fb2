using System.Text.Json;
using UserOps.Domain;

namespace UserOps.Application.Tags;

/// <param name="Tag">For <c>If-Match</c>: save or activate only if it is still this draft.</param>
/// <param name="Mistakes">As of now: a segment that was there when it was saved may be gone.</param>
public sealed record TagDraftView(string Tag, DateTimeOffset SavedAt, JsonElement Definition, IReadOnlyList<Mistake> Mistakes);
