using System.Buffers;
using System.Text.Json;

namespace UserOps.Domain.Segments;

/// <summary>Writes what <see cref="ConditionReader"/> reads: an equal condition comes back.</summary>
public static class ConditionWriter
{
    public static JsonElement ToJson(Condition condition)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            Write(json, condition);
        }

        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        return document.RootElement.Clone();
    }

    public static void Write(Utf8JsonWriter json, Condition condition)
    {
        json.WriteStartObject();
        switch (condition)
        {
            case Condition.All all:
                WriteList(json, "all", all.Of);
                break;
            case Condition.Any any:
                WriteList(json, "any", any.Of);
                break;
            case Condition.Not not:
                json.WritePropertyName("not");
                Write(json, not.Of);
                break;
            case Condition.Compare compare:
                json.WriteString("field", compare.Field.ToString());
                json.WriteString("op", OperatorCatalog.Of(compare.Operator).Name);
                if (compare.Operand is { } operand)
                {
                    json.WritePropertyName("value");
                    OperandWriter.Write(json, operand);
                }

                break;
            case Condition.Happened happened:
                FormWriter.Write(json, happened);
                break;
            case Condition.InSegment segment:
                json.WriteString("segment", segment.Key);
                break;
            case Condition.Sequence sequence:
                FormWriter.Write(json, sequence);
                break;
            case Condition.InJourney journey:
                FormWriter.Write(json, journey);
                break;
            case Condition.PassedStep step:
                FormWriter.Write(json, step);
                break;
            case Condition.Messaged messaged:
                FormWriter.Write(json, messaged);
                break;
        }

        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, string form, IReadOnlyList<Condition> of)
    {
        json.WriteStartArray(form);
        foreach (var condition in of)
        {
            Write(json, condition);
        }

        json.WriteEndArray();
    }
}
