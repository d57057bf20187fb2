using System.Text.Json;

namespace UserOps.Application.Journeys;

/// <param name="UserKey">May be of somebody who has become somebody else.</param>
/// <param name="Cause">
/// What makes it one start and no other, over all people: an event and whom it names, a step of another run, a job and whom it is about. Twice the same starts once.
/// </param>
/// <param name="How">As in <see cref="Domain.Journeys.JourneyRun.Cause"/>.</param>
/// <param name="EventRow">Of the event that starts it, in the user's partition.</param>
/// <param name="EventProperties">Of that event, which may be on its way to whom the person became.</param>
/// <param name="Variables">A JSON object.</param>
/// <param name="Depth">As in <see cref="Domain.Journeys.JourneyRun.Depth"/>.</param>
/// <param name="Seq">The profile's count of applied events with the event that starts it: what was applied after it counts for a first step that waits for an event. Null: from now on.</param>
public sealed record StartRequest(
    string UserKey, string Journey, string Cause, string How, string? EventRow = null, JsonElement? Variables = null, long? Seq = null, JsonElement? EventProperties = null, int Depth = 0);
