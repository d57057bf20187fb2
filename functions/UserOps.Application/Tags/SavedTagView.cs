using UserOps.Domain;

namespace UserOps.Application.Tags;

/// <param name="Tag">For <c>If-Match</c>: save or activate only if it is still this draft.</param>
/// <param name="Mistakes">While there are any, the draft can't be activated.</param>
public sealed record SavedTagView(string Key, TagState State, string Tag, DateTimeOffset SavedAt, IReadOnlyList<Mistake> Mistakes);
