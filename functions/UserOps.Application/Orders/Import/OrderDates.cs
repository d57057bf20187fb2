using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace UserOps.Application.Orders.Import;

/// <summary>
/// Reads dates that mean one thing only: ISO 8601 and its relatives with spaces, slashes or a zone of four digits, or the format that the operator gave. A date
/// without a zone is the workspace's; without a time it is noon there, so that it stays the same day when a zone some hours off looks at it.
/// </summary>
public sealed partial class OrderDates(DateTimeZone zone, string? format)
{
    private const DateTimeStyles Styles = DateTimeStyles.AllowWhiteSpaces;

    /// <summary>Of the islands where a day begins first, and of <see cref="DateTimeOffset"/>.</summary>
    private static readonly TimeSpan MaxOffset = TimeSpan.FromHours(14);

    private readonly bool _formatHasTime = format is not null && format.AsSpan().ContainsAny('h', 'H');
    private readonly bool _formatHasZone = format is not null && format.AsSpan().ContainsAny('z', 'K');

    /// <returns>Why a format can't name a day; null when it can.</returns>
    public static string? ProblemOf(string? format)
    {
        if (format is null || (format.Contains('M') && format.Contains('d') && format.Contains('y')))
        {
            return null;
        }

        return "A date format needs day, month and year: d/M/yyyy or M/d/yyyy, for instance. M is the month, m the minute.";
    }

    /// <returns>Null when read; otherwise what is wrong, for a person.</returns>
    public string? Read(string text, out OrderDate date)
    {
        date = default;
        if (text.Length == 0)
        {
            return "no date";
        }

        var problem = format is null ? ReadIso(text, out date) : ReadFormatted(text, out date);
        return problem is null && date.At.Year < 1970 ? $"the date '{text}' is before 1970" : problem;
    }

    private string? ReadIso(string text, out OrderDate date)
    {
        date = default;
        if (Iso().Match(text) is not { Success: true } match)
        {
            return Ambiguous().Match(text) is { Success: true } inDoubt
                ? $"the date '{text}' could have its day or its month first; say which with --date-format {Formats(inDoubt)}"
                : $"'{text}' is no date of the form 2024-12-31 or 2024-12-31 23:59:59";
        }

        int Number(string group) => match.Groups[group] is { Success: true } g ? int.Parse(g.ValueSpan, CultureInfo.InvariantCulture) : 0;
        var (hour, minute, second) = (Number("hour"), Number("minute"), Number("second"));
        if (!DateOnly.TryParse($"{Number("year"):0000}-{Number("month"):00}-{Number("day"):00}", CultureInfo.InvariantCulture, out var day)
            || hour > 23 || minute > 59 || second > 59
            || (match.Groups["zone"] is { Success: true } given && Offset(given.ValueSpan).Duration() > MaxOffset))
        {
            return $"'{text}' is on no calendar or clock";
        }

        if (OffTheCalendar(text, day.Year) is { } problem)
        {
            return problem;
        }

        if (!match.Groups["hour"].Success)
        {
            date = Noon(day);
            return null;
        }

        var local = day.ToDateTime(new TimeOnly(hour, minute, second));
        date = match.Groups["zone"] is { Success: true } offset ? new(new DateTimeOffset(local, Offset(offset.ValueSpan)).ToUniversalTime(), false) : At(local);
        return null;
    }

    private string? ReadFormatted(string text, out OrderDate date)
    {
        date = default;
        var invariant = CultureInfo.InvariantCulture;
        if (_formatHasZone && DateTimeOffset.TryParseExact(text, format, invariant, Styles, out var instant))
        {
            date = new(instant.ToUniversalTime(), false);
        }
        else if (!_formatHasZone && DateTime.TryParseExact(text, format, invariant, Styles, out var local))
        {
            if (OffTheCalendar(text, local.Year) is { } problem)
            {
                return problem;
            }

            date = _formatHasTime ? At(local) : Noon(DateOnly.FromDateTime(local));
        }
        else
        {
            return $"'{text}' does not have the date format {format}";
        }

        return null;
    }

    /// <summary>Told before a zone is applied, which could carry the instant beyond the years that there are.</summary>
    private static string? OffTheCalendar(string text, int year) =>
        year < 1970 ? $"the date '{text}' is before 1970" : year > 9000 ? $"the date '{text}' lies in the future" : null;

    /// <summary>The two formats that fit the text, ready to be typed.</summary>
    private static string Formats(Match inDoubt)
    {
        var mark = inDoubt.Groups["mark"].Value;
        var year = inDoubt.Groups["year"].Length == 4 ? "yyyy" : "yy";
        var time = inDoubt.Groups["second"].Success ? " H:mm:ss" : inDoubt.Groups["minute"].Success ? " H:mm" : "";
        var (dayFirst, monthFirst) = ($"d{mark}M{mark}{year}{time}", $"M{mark}d{mark}{year}{time}");
        return dayFirst.Contains(' ', StringComparison.Ordinal) ? $"\"{dayFirst}\" or \"{monthFirst}\"" : $"{dayFirst} or {monthFirst}";
    }

    private OrderDate Noon(DateOnly day) => At(day.ToDateTime(new TimeOnly(12, 0))) with { DayOnly = true };

    // A local time that a clock change skipped or repeated still happened once: the later or the earlier of the two readings.
    private OrderDate At(DateTime local) => new(LocalDateTime.FromDateTime(local).InZoneLeniently(zone).ToDateTimeOffset().ToUniversalTime(), false);

    private static TimeSpan Offset(ReadOnlySpan<char> zoneText)
    {
        if (zoneText[0] is not ('+' or '-'))
        {
            return TimeSpan.Zero;
        }

        var hours = int.Parse(zoneText[1..3], CultureInfo.InvariantCulture);
        var minutes = zoneText.Length > 3 ? int.Parse(zoneText[^2..], CultureInfo.InvariantCulture) : 0;
        var offset = new TimeSpan(hours, minutes, 0);
        return zoneText[0] == '-' ? -offset : offset;
    }

    [GeneratedRegex(
        @"^(?<year>\d{4})(?:(?<mark>[-/.])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})|(?<month>\d{2})(?<day>\d{2}))" +
        @"(?:[T ](?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,]\d+)?)? ?(?<zone>Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Iso();

    [GeneratedRegex(@"^\d{1,2}(?<mark>[-/. ])\d{1,2}\k<mark>(?<year>\d{2,4})(?: \d{1,2}(?<minute>:\d{2})(?<second>:\d{2})?$|\D|$)")]
    private static partial Regex Ambiguous();
}
