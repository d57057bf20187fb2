using UserOps.Domain;

namespace UserOps.Application.Journeys;

public sealed record ValidatedView(bool Valid, IReadOnlyList<Mistake> Mistakes);
