using System.Text.Json.Nodes;

namespace UserOps.Domain.Segments;

/// <summary>Conditions about a user other than comparisons as JSON Schema.</summary>
internal static class FormSchema
{
    public static IEnumerable<JsonObject> AboutUsers() =>
    [
        ConditionSchema.Optional(("event", Event()), ("times", Counted()), ("within", ValueSchema.Duration()), ("where", ConditionSchema.Ref(ConditionSchema.Where))),
        ConditionSchema.Optional(("sequence", Steps()), ("within", ValueSchema.Duration()), ("since", ValueSchema.Duration())),
        ConditionSchema.Object(("segment", ValueSchema.Key())),
        ConditionSchema.Object(("journey", ValueSchema.Key()), ("state", ValueSchema.Enum([Words<JourneyPart>.Of(JourneyPart.Inside)]))),
        Happened("journey", ("state", ValueSchema.Enum(Words<JourneyPart>.All.Except([Words<JourneyPart>.Of(JourneyPart.Inside)])))),
        PassedStep(),
        ConditionSchema.Optional(
            ("message", ValueSchema.Enum(Words<MessageMark>.All)), ("journey", ValueSchema.Key()), ("template", ValueSchema.Key()), ("channel", ValueSchema.Name()),
            ("times", Counted()), ("within", ValueSchema.Duration())),
    ];

    private static JsonObject Happened(string key, (string Name, JsonObject Schema) part)
    {
        var schema = ConditionSchema.Object((key, ValueSchema.Key()), part, ("within", ValueSchema.Duration()));
        schema["required"] = new JsonArray(key, part.Name);
        return schema;
    }

    private static JsonObject PassedStep()
    {
        var schema = ConditionSchema.Object(("journey", ValueSchema.Key()), ("step", ValueSchema.Key()), ("outcome", ValueSchema.Text(ConditionLimits.NameLength)));
        schema["required"] = new JsonArray("journey", "step");
        return schema;
    }

    private static JsonObject Event() => ValueSchema.Text(ConditionLimits.NameLength);

    /// <summary>Each as it may be; that only the last may be denied is left to the reader.</summary>
    private static JsonObject Steps() => new()
    {
        ["type"] = "array",
        ["minItems"] = 2,
        ["maxItems"] = ConditionLimits.Steps,
        ["items"] = ConditionSchema.Optional(("event", Event()), ("where", ConditionSchema.Ref(ConditionSchema.Where)), ("not", new JsonObject { ["const"] = true })),
    };

    private static JsonObject Counted()
    {
        var count = new JsonObject { ["type"] = "integer", ["minimum"] = 0, ["maximum"] = Times.Highest };
        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject { ["atLeast"] = count, ["atMost"] = count.DeepClone() },
            ["minProperties"] = 1,
            ["additionalProperties"] = false,
        };
    }
}
