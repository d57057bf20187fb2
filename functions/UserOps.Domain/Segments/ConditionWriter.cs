using System.Buffers;
using System.Text.Json;
using NodaTime;

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
                Write(json, happened);
                break;
            case Condition.InSegment segment:
                json.WriteString("segment", segment.Key);
                break;
            case Condition.Sequence sequence:
                Write(json, sequence);
                break;
            case Condition.InJourney journey:
                json.WriteString("journey", journey.Key);
                json.WriteString("state", Words<JourneyPart>.Of(journey.Part));
                WritePeriod(json, "within", journey.Within);
                break;
            case Condition.Messaged messaged:
                Write(json, messaged);
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
        WriteTimes(json, happened.Times);
        WritePeriod(json, "within", happened.Within);
        WriteWhere(json, happened.Where);
    }

    private static void Write(Utf8JsonWriter json, Condition.Sequence sequence)
    {
        json.WriteStartArray("sequence");
        foreach (var step in sequence.Steps)
        {
            json.WriteStartObject();
            json.WriteString("event", step.Event);
            WriteWhere(json, step.Where);
            if (step.Not)
            {
                json.WriteBoolean("not", true);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        WritePeriod(json, "within", sequence.Within);
        WritePeriod(json, "since", sequence.Since);
    }

    private static void Write(Utf8JsonWriter json, Condition.Messaged messaged)
    {
        json.WriteString("message", Words<MessageMark>.Of(messaged.Mark));
        foreach (var (name, value) in (ReadOnlySpan<(string, string?)>)[("journey", messaged.Journey), ("template", messaged.Template), ("channel", messaged.Channel)])
        {
            if (value is not null)
            {
                json.WriteString(name, value);
            }
        }

        WriteTimes(json, messaged.Times);
        WritePeriod(json, "within", messaged.Within);
    }

    private static void WriteTimes(Utf8JsonWriter json, Times times)
    {
        json.WriteStartObject("times");
        if (times.AtLeast > 0 || times.AtMost is null)
        {
            json.WriteNumber("atLeast", times.AtLeast);
        }

        if (times.AtMost is { } most)
        {
            json.WriteNumber("atMost", most);
        }

        json.WriteEndObject();
    }

    private static void WritePeriod(Utf8JsonWriter json, string name, Period? period)
    {
        if (period is not null)
        {
            json.WriteString(name, Durations.Write(period));
        }
    }

    private static void WriteWhere(Utf8JsonWriter json, Condition? where)
    {
        if (where is not null)
        {
            json.WritePropertyName("where");
            Write(json, where);
        }
    }
}
