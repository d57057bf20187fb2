using System.Buffers;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

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
                    Write(json, operand);
                }

                break;
            case Condition.Happened happened:
                Write(json, happened);
                break;
            case Condition.InSegment segment:
                json.WriteString("segment", segment.Key);
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

    private static void Write(Utf8JsonWriter json, Condition.Happened happened)
    {
        json.WriteString("event", happened.Event);
        json.WriteStartObject("times");
        if (happened.Times.AtLeast > 0 || happened.Times.AtMost is null)
        {
            json.WriteNumber("atLeast", happened.Times.AtLeast);
        }

        if (happened.Times.AtMost is { } most)
        {
            json.WriteNumber("atMost", most);
        }

        json.WriteEndObject();
        if (happened.Within is { } within)
        {
            json.WriteString("within", Durations.Write(within));
        }

        if (happened.Where is { } where)
        {
            json.WritePropertyName("where");
            Write(json, where);
        }
    }

    private static void Write(Utf8JsonWriter json, Operand operand)
    {
        switch (operand)
        {
            case Operand.Text text:
                json.WriteStringValue(text.Value);
                break;
            case Operand.Number number:
                json.WriteNumberValue(number.Value);
                break;
            case Operand.YesNo yesNo:
                json.WriteBooleanValue(yesNo.Value);
                break;
            case Operand.List list:
                json.WriteStartArray();
                foreach (var value in list.Values)
                {
                    Write(json, value);
                }

                json.WriteEndArray();
                break;
            case Operand.Range range:
                json.WriteStartArray();
                json.WriteNumberValue(range.Low);
                json.WriteNumberValue(range.High);
                json.WriteEndArray();
                break;
            case Operand.Day day:
                json.WriteStringValue(LocalDatePattern.Iso.Format(day.Value));
                break;
            case Operand.Moment moment:
                json.WriteStringValue(InstantPattern.ExtendedIso.Format(Instant.FromDateTimeOffset(moment.Value)));
                break;
            case Operand.Lasting lasting:
                json.WriteStringValue(Durations.Write(lasting.Value));
                break;
        }
    }
}
