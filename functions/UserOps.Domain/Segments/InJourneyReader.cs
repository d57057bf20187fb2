using System.Text.Json;

namespace UserOps.Domain.Segments;

/// <summary>Which journey, and what of it.</summary>
internal static class InJourneyReader
{
    public static Condition.InJourney? Read(JsonElement json, string at, ConditionNames names, ICollection<Mistake> mistakes)
    {
        var before = mistakes.Count;
        var key = NameReader.Key(JsonText.Property(json, "journey"), JsonPointer.To(at, "journey"), "journey", names.Journeys, mistakes);
        var part = JsonText.TryProperty(json, "state", out var state) ? Words<JourneyPart>.Read(state, JsonPointer.To(at, "state"), mistakes) : null;
        if (state.ValueKind == JsonValueKind.Undefined)
        {
            mistakes.Add(new(at, $"Has a 'journey', but no 'state': {string.Join(", ", Words<JourneyPart>.All)}."));
        }

        var within = PeriodReader.Read(json, at, "within", mistakes);
        if (part == JourneyPart.Inside && within is not null)
        {
            mistakes.Add(new(JsonPointer.To(at, "within"), "Who is inside is so now; of whom came in lately ask for 'entered'."));
        }

        return mistakes.Count == before ? new(key!, part!.Value, within) : null;
    }
}
