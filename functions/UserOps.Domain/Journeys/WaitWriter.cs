using System.Text.Json;
using NodaTime;

namespace UserOps.Domain.Journeys;

internal static class WaitWriter
{
    public static void Write(Utf8JsonWriter json, WaitUntil until)
    {
        if (until is WaitUntil.Passed { Time: var time })
        {
            json.WriteString("for", Durations.Write(time));
            return;
        }

        json.WriteStartObject("until");
        switch (until)
        {
            case WaitUntil.TimeOfDay day:
                Write(json, day.At);
                if (day.Weekdays.Count > 0)
                {
                    json.WriteStartArray("weekdays");
                    foreach (var weekday in day.Weekdays)
                    {
                        json.WriteStringValue(WaitReader.Weekdays[(int)weekday - 1]);
                    }

                    json.WriteEndArray();
                }

                break;
            case WaitUntil.Date date:
                json.WriteString("date", date.Trait);
                if (date.Yearly)
                {
                    json.WriteBoolean("yearly", true);
                }

                if (!date.Offset.Equals(Period.Zero))
                {
                    json.WriteString("offset", Durations.Write(date.Offset));
                }

                Write(json, date.At);
                break;
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, LocalTime time) => json.WriteString("time", $"{time.Hour:00}:{time.Minute:00}");
}
