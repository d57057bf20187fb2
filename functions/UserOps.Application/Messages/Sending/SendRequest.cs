using UserOps.Domain.Journeys;

namespace UserOps.Application.Messages.Sending;

/// <summary>A send step whose turn has come.</summary>
/// <param name="UserKey">The user's partition, that of the profile itself.</param>
/// <param name="Deadline">A message that can't go out before is skipped; null: there is none.</param>
public sealed record SendRequest(string UserKey, JourneyRun Run, Step.Send Step, DateTimeOffset? Deadline);
