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
            mistakes.Add(new(at, $"Has a 'journey', but no 'state': {string.Join(", ", Words<JourneyPart>.All)}; nor a 'step' of it."));
        }

        var within = PeriodReader.Read(json, at, "within", mistakes);
        if (part == JourneyPart.Inside && within is not null)
        {
            mistakes.Add(new(JsonPointer.To(at, "within"), "Who is inside is so now; of whom came in lately ask for 'entered'."));
        }

        return mistakes.Count == before ? new(key!, part!.Value, within) : null;
    }

    /// <summary>A step's id may be one of any version, so it is not looked up.</summary>
    public static Condition.PassedStep? ReadStep(JsonElement json, string at, ConditionNames names, ICollection<Mistake> mistakes)
    {
        var before = mistakes.Count;
        var key = NameReader.Key(JsonText.Property(json, "journey"), JsonPointer.To(at, "journey"), "journey", names.Journeys, mistakes);
        var step = NameReader.Key(JsonText.Property(json, "step"), JsonPointer.To(at, "step"), "step", null, mistakes);
        var outcome = JsonText.TryProperty(json, "outcome", out var told) ? JsonText.Of(told) : null;
        if (told.ValueKind != JsonValueKind.Undefined && outcome is not { Length: > 0 and <= ConditionLimits.NameLength })
        {
            mistakes.Add(new(JsonPointer.To(at, "outcome"), "Must be the way out of the step: an arm, 'case 1', 'otherwise', 'event', 'timeout', 'sent' and so on."));
        }

        return mistakes.Count == before ? new(key!, step!, outcome) : null;
    }
}
