namespace UserOps.Application.Journeys;

/// <param name="Next">Hand it back as <c>from</c> for the next page; null at the end.</param>
public sealed record JourneyPage(IReadOnlyList<JourneyHead> Journeys, string? Next);
