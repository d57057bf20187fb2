using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace UserOps.Domain.Segments;

/// <summary>Comparisons as JSON Schema: fields that hold the same kind of value, with the operators that take the same kind of operand.</summary>
internal static class ComparisonSchema
{
    public static IEnumerable<JsonObject> All(ConditionScope scope) =>
        from info in FieldCatalog.All
        where scope.HasFlag(info.Scope)
        group info by (info.Type, Choices: string.Join(' ', info.Choices ?? []), info.Bounds) into fields
        from operators in fields.First().Operators.GroupBy(op => op.Operand)
        select Of([.. fields], operators.Key, [.. operators]);

    private static JsonObject Of(FieldInfo[] fields, OperandType operand, OperatorInfo[] operators)
    {
        (string, JsonObject) field = ("field", Names(fields));
        (string, JsonObject) op = ("op", ValueSchema.Enum(operators.Select(info => info.Name)));
        return operand == OperandType.Nothing ? ConditionSchema.Object(field, op) : ConditionSchema.Object(field, op, ("value", ValueSchema.Of(fields[0], operand)));
    }

    private static JsonObject Names(FieldInfo[] fields)
    {
        var alternatives = new JsonArray();
        foreach (var info in fields)
        {
            alternatives.Add((JsonNode)(info.IsPrefix
                ? new JsonObject { ["type"] = "string", ["pattern"] = info.NameForm is { } form ? $"^{Regex.Escape(info.Name)}{form.Pattern}$" : $@"^{Regex.Escape(info.Name)}[\s\S]", ["description"] = info.Meaning }
                : new JsonObject { ["const"] = info.Name, ["description"] = info.Meaning }));
        }

        return new JsonObject { ["anyOf"] = alternatives };
    }
}
