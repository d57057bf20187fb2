using System.Text.Json;
using UserOps.Domain;

namespace UserOps.Application.Journeys;

/// <param name="Tag">For <c>If-Match</c>: save or publish only if it is still this draft.</param>
/// <param name="Mistakes">As of now: a template that was there when it was saved may be gone.</param>
public sealed record DraftView(string Tag, DateTimeOffset SavedAt, JsonElement Journey, IReadOnlyList<Mistake> Mistakes);
