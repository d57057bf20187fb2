using System.Runtime.InteropServices;
using System.Text.Json;
using NodaTime;

namespace UserOps.Domain.Journeys;

/// <summary>Reads a journey as marketers write it (docs/journeys.md) and says everything that is wrong with it at once.</summary>
public static class JourneyReader
{
    private static readonly string[] Names = ["key", "name", "entry", "audience", "reEntry", "goal", "exit", "holdOut", "tooLate", "steps"];

    internal static IReadOnlyList<string> Properties => Names;

    public static JourneyReading Read(JsonElement json, ReadCondition condition, KnownNames? known = null) =>
        Read(JsonMarshal.GetRawUtf8Value(json), condition, known);

    public static JourneyReading Read(ReadOnlySpan<byte> utf8, ReadCondition condition, KnownNames? known = null)
    {
        ArgumentNullException.ThrowIfNull(condition);
        var (json, wrong) = JourneyDocument.Parse(utf8);
        if (json is not { } document)
        {
            return new JourneyReading.Wrong([wrong!]);
        }

        var reading = new Reading(condition, known ?? KnownNames.Unchecked);
        var journey = JsonFields.Of(document, "", "A journey", reading.Mistakes) is { } fields ? Journey(fields, reading) : null;
        return reading.Mistakes.Count == 0 ? new JourneyReading.Of(journey!) : new JourneyReading.Wrong([.. reading.Mistakes.Take(JourneyLimits.Mistakes)]);
    }

    private static JourneyDefinition Journey(JsonFields fields, Reading reading)
    {
        fields.Allow(Names);
        var key = fields.Key("key", JourneyLimits.KeyLength, "write a name for addresses, such as win-back");
        if (Reserved.Keys.Contains(key))
        {
            fields.Wrong("key", $"'{key}' is the name of something else; take another one.");
        }

        reading.OwnKey = key;
        var name = fields.Text("name", JourneyLimits.NameLength, "write the name that people see");
        var entry = EntryReader.Read(fields, reading);
        return new()
        {
            Key = key ?? "",
            Name = name ?? "",
            Entry = entry,
            Audience = reading.Condition(fields, "audience", entry is Entry.OnEvent ? ConditionUse.Entry : ConditionUse.Person),
            ReEntry = ReEntry(fields),
            Goal = reading.Condition(fields, "goal", ConditionUse.Run),
            Exit = reading.Condition(fields, "exit", ConditionUse.Run),
            HoldOutPercent = fields.Integer("holdOut", 0, JourneyLimits.HoldOutPercent, null) ?? 0,
            TooLate = fields.Duration("tooLate", null),
            Steps = StepListReader.Read(fields, key, reading),
        };
    }

    private static ReEntry ReEntry(JsonFields fields)
    {
        const string Form = "write \"never\", \"afterExit\" or {\"after\": \"P90D\"}";
        var json = fields.Find("reEntry");
        if (json is { ValueKind: JsonValueKind.Object } later)
        {
            var after = JsonFields.Of(later, fields.AtOf("reEntry"), "This", fields.Mistakes)!;
            after.Allow("after");
            return new ReEntry.After(after.Duration("after", Durations.Form) ?? Period.Zero);
        }

        var text = json is { ValueKind: JsonValueKind.String } said ? said.GetString() : null;
        if (json is not null && text is not ("never" or "afterExit"))
        {
            fields.Wrong("reEntry", $"This says not when somebody may come in again; {Form}.");
        }

        return text == "afterExit" ? new ReEntry.AfterExit() : new ReEntry.Never();
    }
}
