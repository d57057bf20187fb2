using UserOps.Domain;

namespace UserOps.Application.Segments;

/// <param name="Tag">For <c>If-Match</c>: save or publish only if it is still this draft.</param>
/// <param name="Mistakes">While there are any, the draft can't be published.</param>
public sealed record SavedSegmentView(string Key, string Name, SegmentState State, string Tag, DateTimeOffset SavedAt, IReadOnlyList<Mistake> Mistakes);
