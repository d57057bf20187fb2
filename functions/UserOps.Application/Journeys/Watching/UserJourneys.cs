namespace UserOps.Application.Journeys.Watching;

/// <param name="Journeys">The person's runs, the latest first.</param>
public sealed record UserJourneys(IReadOnlyList<JourneyRunView> Journeys);
