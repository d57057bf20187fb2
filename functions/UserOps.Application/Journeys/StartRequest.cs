using System.Text.Json;

namespace UserOps.Application.Journeys;

/// <param name="Cause">What makes it one start and no other: the id of the event, of the request or of the step of another run. Twice the same starts once.</param>
/// <param name="How">As in <see cref="Domain.Journeys.JourneyRun.Cause"/>.</param>
/// <param name="EventRow">Of the event that starts it, in the user's partition.</param>
/// <param name="Variables">A JSON object.</param>
/// <param name="Seq">The profile's count of applied events with the event that starts it: what was applied after it counts for a first step that waits for an event. Null: from now on.</param>
public sealed record StartRequest(string UserKey, string Journey, string Cause, string How, string? EventRow = null, JsonElement? Variables = null, long? Seq = null);
