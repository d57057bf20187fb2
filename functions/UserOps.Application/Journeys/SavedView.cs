using UserOps.Domain;

namespace UserOps.Application.Journeys;

/// <param name="Tag">For <c>If-Match</c>: save or publish only if it is still this draft.</param>
/// <param name="Mistakes">While there are any, the draft can't be published.</param>
public sealed record SavedView(string Key, string Name, JourneyState State, string Tag, DateTimeOffset SavedAt, IReadOnlyList<Mistake> Mistakes);
