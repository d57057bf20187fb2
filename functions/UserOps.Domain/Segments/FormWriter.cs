using System.Text.Json;
using NodaTime;

namespace UserOps.Domain.Segments;

/// <summary>What stands in conditions about events, journeys and messages, between their braces.</summary>
internal static class FormWriter
{
    public static void Write(Utf8JsonWriter json, Condition.Happened happened)
    {
        json.WriteString("event", happened.Event);
        WriteTimes(json, happened.Times);
        WritePeriod(json, "within", happened.Within);
        WriteWhere(json, happened.Where);
    }

    public static void Write(Utf8JsonWriter json, Condition.Sequence sequence)
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

    public static void Write(Utf8JsonWriter json, Condition.InJourney journey)
    {
        json.WriteString("journey", journey.Key);
        json.WriteString("state", Words<JourneyPart>.Of(journey.Part));
        WritePeriod(json, "within", journey.Within);
    }

    public static void Write(Utf8JsonWriter json, Condition.PassedStep step)
    {
        json.WriteString("journey", step.Key);
        json.WriteString("step", step.Step);
        if (step.Outcome is not null)
        {
            json.WriteString("outcome", step.Outcome);
        }
    }

    public static void Write(Utf8JsonWriter json, Condition.Messaged messaged)
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
            ConditionWriter.Write(json, where);
        }
    }
}
