using System.Text.Json;
using NodaTime;
using UserOps.Domain.Segments;

namespace UserOps.Domain.Journeys;

/// <summary>What a decision may look at.</summary>
/// <param name="Zone">The person's own.</param>
/// <param name="Ask">Answers a condition about this person at <paramref name="Now"/>.</param>
/// <param name="Trait">Null when the person has none of that name.</param>
/// <param name="EventRow">Row of the first event, among those applied since the step was reached, that the step waits for; null: none came.</param>
/// <param name="EventSeq">The profile's count of applied events with it; null: not known.</param>
public sealed record Sight(
    DateTimeOffset Now, DateTimeZone Zone, Func<Condition, Verdict> Ask, Func<string, JsonElement?> Trait, string? EventRow = null, long? EventSeq = null);
