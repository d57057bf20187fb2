using System.Text.Json;
using UserOps.Domain;

namespace UserOps.Application.Segments;

/// <param name="Tag">For <c>If-Match</c>: save or publish only if it is still this draft.</param>
/// <param name="Mistakes">As of now: a segment that was there when it was saved may be gone.</param>
public sealed record SegmentDraftView(string Tag, DateTimeOffset SavedAt, JsonElement Segment, IReadOnlyList<Mistake> Mistakes);
