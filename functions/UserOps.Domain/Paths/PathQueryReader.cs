using System.Collections.Immutable;
using NodaTime;
using UserOps.Domain.Journeys;
using UserOps.Domain.Segments;

namespace UserOps.Domain.Paths;

/// <summary>
/// Reads a question about paths (docs/paths.md) and says everything that is wrong with it at once:
/// <code>{"event": "Product Viewed", "direction": "after", "steps": 3, "from": "2026-11-01", "until": "2026-12-01", "segment": "vips", "session": "PT30M", "exclude": ["Page Viewed"], "top": 10}</code>
/// </summary>
public static class PathQueryReader
{
    private const int NameLength = 256;

    private static readonly string[] Names =
        ["event", "direction", "steps", "from", "until", "segment", "where", "session", "exclude", "top", "collapseRepeats", "ownEvents"];

    /// <param name="asOf">Now, or when it was asked.</param>
    /// <param name="zone">The workspace's.</param>
    /// <param name="names">What may be named; null: anything.</param>
    public static PathReading Read(ReadOnlySpan<byte> utf8, DateTimeOffset asOf, DateTimeZone zone, ConditionNames? names = null)
    {
        var (json, wrong) = JourneyDocument.Parse(utf8, "question");
        if (json is not { } document)
        {
            return new PathReading.Wrong([wrong!]);
        }

        var mistakes = new List<Mistake>();
        var query = JsonFields.Of(document, "", "A question", mistakes) is { } fields ? Query(fields, asOf, zone, names) : null;
        return mistakes.Count == 0 ? new PathReading.Of(query!) : new PathReading.Wrong([.. mistakes.Take(JourneyLimits.Mistakes)]);
    }

    private static PathQuery Query(JsonFields fields, DateTimeOffset asOf, DateTimeZone zone, ConditionNames? names)
    {
        fields.Allow(Names);
        var name = fields.Text("event", NameLength, "write the name of the event that paths begin at");
        var until = Instant(fields, "until", zone) ?? asOf;
        var from = Instant(fields, "from", zone) ?? until - PathQuery.DefaultRange;
        if (from >= until)
        {
            fields.Wrong(fields.Has("until") ? "until" : "from", "The range ends before it begins.");
        }

        var exclude = Excluded(fields);
        if (name is not null && exclude.Contains(name))
        {
            fields.Wrong("exclude", "The event that paths begin at can't be left out.");
        }

        return new()
        {
            Event = name ?? "",
            Direction = fields.Find("direction") is { } written ? Words<PathDirection>.Read(written, fields.AtOf("direction"), fields.Mistakes) ?? default : default,
            Steps = fields.Integer("steps", 1, PathQuery.MostSteps, null) ?? PathQuery.DefaultSteps,
            From = from,
            Until = until,
            AsOf = asOf,
            Session = Session(fields) ?? PathQuery.DefaultSession,
            Exclude = exclude,
            Top = fields.Integer("top", 1, PathQuery.MostTop, null) ?? PathQuery.DefaultTop,
            CollapseRepeats = !fields.Has("collapseRepeats") || fields.Flag("collapseRepeats"),
            OwnEvents = fields.Flag("ownEvents"),
            Who = Who(fields, names),
        };
    }

    private static DateTimeOffset? Instant(JsonFields fields, string name, DateTimeZone zone)
    {
        if (fields.Text(name, 40, null) is not { } text)
        {
            return null;
        }

        if (DayOrInstant.Read(text, zone) is { } at)
        {
            return at;
        }

        fields.Wrong(name, $"'{Shown.Of(text)}' is no day such as 2026-11-22 and no instant such as 2026-11-22T10:00:00Z.");
        return null;
    }

    private static TimeSpan? Session(JsonFields fields)
    {
        if (fields.Text("session", 40, null) is not { } text)
        {
            return null;
        }

        // A day is 24 hours here, since it is about how long somebody paused and not about calendars.
        if (Segments.Durations.Read(text) is { Years: 0, Months: 0 } period && period.ToDuration().ToTimeSpan() is var session && session <= PathQuery.LongestSession)
        {
            return session;
        }

        fields.Wrong("session", $"Must be a duration such as \"PT30M\" or \"P1D\", of at most {PathQuery.LongestSession.Days} days.");
        return null;
    }

    private static ImmutableHashSet<string> Excluded(JsonFields fields)
    {
        var names = fields.List("exclude", 0, PathQuery.MostExcluded, null)
            .Select(item => JsonFieldValues.TextOf(item.Json, item.At, NameLength, "write the name of an event", fields.Mistakes));
        return [.. names.OfType<string>()];
    }

    private static Condition? Who(JsonFields fields, ConditionNames? names)
    {
        var segment = fields.Find("segment") is { } key ? NameReader.Key(key, fields.AtOf("segment"), "segment", names?.Segments, fields.Mistakes) : null;
        var where = fields.Find("where") is { } json ? ConditionReader.Read(json, fields.AtOf("where"), ConditionScope.Segment, fields.Mistakes, names) : null;
        if (fields.Has("segment") && fields.Has("where"))
        {
            fields.Wrong("where", "Either 'segment' or 'where' stands here; a condition can name the segment.");
        }

        return where ?? (segment is null ? null : new Condition.InSegment(segment));
    }
}
