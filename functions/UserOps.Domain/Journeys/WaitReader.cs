using System.Text.Json;
using NodaTime;

namespace UserOps.Domain.Journeys;

internal static class WaitReader
{
    public static readonly List<string> Weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    /// <summary>When on a day that a property names, unless it is said.</summary>
    public static readonly LocalTime DefaultTime = new(9, 0);

    public static Step Read(StepFields step)
    {
        if (step.Fields.Has("for") == step.Fields.Has("until"))
        {
            step.Reading.Mistakes.Add(new(step.Fields.At, "Either 'for' (a duration) or 'until' (a time, or a date) stands here."));
        }

        var passed = new WaitUntil.Passed(step.Fields.Duration("for", null) ?? Period.Zero);
        var until = step.Find("until") is { } json && JsonFields.Of(json, step.Fields.AtOf("until"), "This", step.Reading.Mistakes) is { } fields ? Until(fields) : passed;

        // A day that is past or missing is not waited for, so that a circle through it would never pause.
        if (until is not WaitUntil.Date)
        {
            step.Waits();
        }

        return new Step.Wait(until) { Id = "" };
    }

    private static WaitUntil Until(JsonFields fields)
    {
        if (fields.Has("date"))
        {
            fields.Allow("date", "yearly", "offset", "time");
            return new WaitUntil.Date(
                fields.Text("date", JourneyLimits.KeyLength, "write the name of a property that holds a date") ?? "",
                fields.Flag("yearly"),
                fields.Offset("offset") ?? Period.Zero,
                fields.Time("time", null) ?? DefaultTime);
        }

        fields.Allow("time", "weekdays", "date");
        return new WaitUntil.TimeOfDay(fields.Time("time", "write a time of day, 09:00, or the 'date' to wait for") ?? default, Days(fields));
    }

    private static IReadOnlyList<IsoDayOfWeek> Days(JsonFields fields)
    {
        var days = new List<IsoDayOfWeek>();
        foreach (var (json, at) in fields.List("weekdays", 1, Weekdays.Count, null))
        {
            var name = json.ValueKind == JsonValueKind.String ? json.GetString()! : json.GetRawText();
            var day = (IsoDayOfWeek)(Weekdays.IndexOf(name) + 1);
            if (day == IsoDayOfWeek.None)
            {
                fields.Mistakes.Add(new(at, $"'{Shown.Of(name)}' is no weekday{NearestName.Hint(name, Weekdays)}"));
            }
            else if (days.Contains(day))
            {
                fields.Mistakes.Add(new(at, $"'{name}' stands in the list twice."));
            }

            days.Add(day);
        }

        return [.. days.Order()];
    }
}
