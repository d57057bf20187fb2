using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using UserOps.Domain.Segments;

namespace UserOps.Domain.Journeys;

/// <summary>A journey in its canonical form: properties in a fixed order, what need not be said left out. Journeys that do the same are written the same.</summary>
public static class JourneyWriter
{
    // Machines compare it and people read it; it never goes into HTML unencoded.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>UTF-8 JSON that <see cref="JourneyReader"/> reads back to an equal journey.</returns>
    public static byte[] Write(JourneyDefinition journey, WriteCondition condition)
    {
        ArgumentNullException.ThrowIfNull(journey);
        var buffer = new ArrayBufferWriter<byte>(4_096);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            Write(json, journey, condition);
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, JourneyDefinition journey, WriteCondition condition)
    {
        json.WriteStartObject();
        json.WriteString("key", journey.Key);
        json.WriteString("name", journey.Name);
        Write(json, journey.Entry, condition);
        Write(json, "audience", journey.Audience, condition);
        Write(json, journey.ReEntry);
        Write(json, "goal", journey.Goal, condition);
        Write(json, "exit", journey.Exit, condition);
        if (journey.HoldOutPercent > 0)
        {
            json.WriteNumber("holdOut", journey.HoldOutPercent);
        }

        if (journey.TooLate is { } late)
        {
            json.WriteString("tooLate", Durations.Write(late));
        }

        json.WriteStartArray("steps");
        for (var i = 0; i < journey.Steps.Count; i++)
        {
            StepWriter.Write(json, journey.Steps[i], i + 1 < journey.Steps.Count ? journey.Steps[i + 1].Id : null, condition);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    internal static void Write(Utf8JsonWriter json, string name, Condition? condition, WriteCondition write)
    {
        if (condition is not null)
        {
            json.WritePropertyName(name);
            write(json, condition);
        }
    }

    private static void Write(Utf8JsonWriter json, Entry entry, WriteCondition condition)
    {
        json.WritePropertyName("entry");
        switch (entry)
        {
            case Entry.OnEvent happened:
                json.WriteStartObject();
                json.WriteString("event", happened.Event);
                Write(json, "where", happened.Where, condition);
                json.WriteEndObject();
                break;
            case Entry.OnPassage passage:
                json.WriteStartObject();
                json.WriteString(passage.Leaving ? "leaves" : "enters", passage.Segment);
                if (passage.Map is { } map)
                {
                    json.WriteString("map", map);
                }

                json.WriteEndObject();
                break;
            default:
                json.WriteStringValue(EntryReader.Manual);
                break;
        }
    }

    private static void Write(Utf8JsonWriter json, ReEntry reEntry)
    {
        switch (reEntry)
        {
            case ReEntry.AfterExit:
                json.WriteString("reEntry", "afterExit");
                break;
            case ReEntry.After { Since: var since }:
                json.WriteStartObject("reEntry");
                json.WriteString("after", Durations.Write(since));
                json.WriteEndObject();
                break;
        }
    }
}
