using NodaTime;
using NodaTime.Text;

namespace UserOps.Application.Messages.Templates;

/// <summary>Days and times in the reader's zone. Patterns: https://nodatime.org/3.3.x/userguide/localdatetime-patterns</summary>
internal static class DatePatterns
{
    /// <summary>A zone's offset leads beyond what there are dates for, at either end.</summary>
    private static readonly Instant Earliest = Instant.FromUtc(1, 1, 1, 0, 0);

    private static readonly Instant Latest = Instant.FromUtc(9999, 12, 30, 0, 0);

    /// <returns>Null for a pattern that can be used.</returns>
    public static string? Fault(string pattern, string language)
    {
        try
        {
            LocalDateTimePattern.CreateWithInvariantCulture(pattern);
        }
        catch (InvalidPatternException fault)
        {
            return $"'{pattern}' is no date pattern: {fault.Message}";
        }

        return LanguageTags.Language(language) != "en" && (pattern.Contains("MMM", StringComparison.Ordinal) || pattern.Contains("ddd", StringComparison.Ordinal))
            ? "Names of months and days are English only; write figures, as in \"d.M.yyyy\"."
            : null;
    }

    /// <param name="text">An instant such as <c>2026-11-22T10:00:00Z</c>, a local time without zone, or a day.</param>
    /// <returns>Null when it is none.</returns>
    public static string? Write(string text, string pattern, DateTimeZone zone)
    {
        LocalDateTime local;
        if (OffsetDateTimePattern.Rfc3339.Parse(text) is { Success: true } at)
        {
            var instant = at.Value.ToInstant();
            if (instant < Earliest || instant > Latest)
            {
                return null;
            }

            local = instant.InZone(zone).LocalDateTime;
        }
        else if (LocalDatePattern.Iso.Parse(text) is { Success: true } day)
        {
            local = day.Value.AtMidnight();
        }
        else if (LocalDateTimePattern.ExtendedIso.Parse(text) is { Success: true } time)
        {
            local = time.Value;
        }
        else
        {
            return null;
        }

        return LocalDateTimePattern.CreateWithInvariantCulture(pattern).Format(local);
    }
}
