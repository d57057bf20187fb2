using System.Text.Json.Nodes;

namespace UserOps.Domain.Segments;

/// <summary>Operands as JSON Schema.</summary>
internal static class ValueSchema
{
    private const string Day = @"\d{4}-\d{2}-\d{2}";
    private const string DatePart = @"P(?=[\dT])(\d+Y)?(\d+M)?(\d+W)?(\d+D)?";
    private const string TimePart = @"(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?";

    public static JsonObject Of(FieldInfo field, OperandType operand) => operand switch
    {
        OperandType.One => One(field),
        OperandType.List => new JsonObject { ["type"] = "array", ["minItems"] = 1, ["maxItems"] = ConditionLimits.Values, ["items"] = One(field) },
        OperandType.Text => Text(ConditionLimits.TextLength),
        OperandType.Tag when field.Type == FieldType.Set => Enum(field.Choices!),
        OperandType.Tag => Text(ConditionLimits.NameLength),
        OperandType.Number => Number(field),
        OperandType.Range => new JsonObject { ["type"] = "array", ["minItems"] = 2, ["maxItems"] = 2, ["items"] = Number(field) },
        OperandType.Day => Pattern($"^{Day}$"),
        OperandType.DayOrInstant => Pattern($@"^{Day}(T\d{{2}}:\d{{2}}:\d{{2}}([.,]\d+)?(Z|[+-]\d{{2}}(:\d{{2}}){{0,2}}))?$"),
        OperandType.Duration when field.Type != FieldType.Day => Duration(),
        _ => Pattern($"^{DatePart}$"),
    };

    public static JsonObject Duration() => Pattern($"^{DatePart}{TimePart}$");

    public static JsonObject Text(int longest) => new() { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = longest };

    public static JsonObject Key() => Pattern($"^[a-z0-9][a-z0-9-]{{0,{ConditionLimits.KeyLength - 1}}}$");

    public static JsonObject Name() => Pattern("^[a-z0-9-]{1,40}$");

    public static JsonObject Enum(IEnumerable<string> names) => new() { ["enum"] = new JsonArray([.. names.Select(name => (JsonNode)name)]) };

    private static JsonObject One(FieldInfo field) => field.Type switch
    {
        FieldType.Choice or FieldType.State => Enum(field.Choices!),
        FieldType.Number => Number(field),
        FieldType.YesNo => new JsonObject { ["type"] = "boolean" },
        FieldType.Text => Text(ConditionLimits.TextLength),
        _ => new JsonObject { ["anyOf"] = new JsonArray(Text(ConditionLimits.TextLength), new JsonObject { ["type"] = "number" }, new JsonObject { ["type"] = "boolean" }) },
    };

    private static JsonObject Number(FieldInfo field)
    {
        var number = new JsonObject { ["type"] = "number" };
        if (field.Bounds is { } bounds)
        {
            number["minimum"] = bounds.Lowest;
            number["maximum"] = bounds.Highest;
        }

        return number;
    }

    private static JsonObject Pattern(string pattern) => new() { ["type"] = "string", ["pattern"] = pattern };
}
