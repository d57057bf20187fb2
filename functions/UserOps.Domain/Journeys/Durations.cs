using System.Buffers;
using NodaTime;
using NodaTime.Text;

namespace UserOps.Domain.Journeys;

/// <summary>Durations as marketers write them: ISO 8601, whole seconds, at most two years.</summary>
internal static class Durations
{
    public const string Form = "write an ISO 8601 duration such as PT4H, P2D or P1W";
    private const double LongestDays = 2 * DaysInYear;
    private const double DaysInYear = 365.25;
    private static readonly PeriodPattern Pattern = PeriodPattern.Roundtrip;
    private static readonly SearchValues<char> Plainly = SearchValues.Create("PTYMWDHS0123456789");

    /// <returns>The period, or what is wrong with the text.</returns>
    public static (Period? Period, string? Wrong) Read(string text) =>
        Plain(text) is not { } period ? (null, $"'{Shown.Of(text)}' is no duration; {Form}.")
        : period.Equals(Period.Zero) ? (null, $"'{text}' is no time at all; {Form}.")
        : DaysOf(period) > LongestDays ? (null, $"'{Shown.Of(text)}' is longer than two years, P2Y.")
        : (period, null);

    /// <summary>Whole days, forwards, or backwards with a minus in front: <c>-P3D</c>.</summary>
    public static (Period? Period, string? Wrong) ReadOffset(string text)
    {
        var back = text.StartsWith('-');
        return Plain(back ? text[1..] : text) is not { HasTimeComponent: false } period
                ? (null, $"'{Shown.Of(text)}' is no number of days; write P3D for three days after, -P3D for three days before.")
            : DaysOf(period) > LongestDays ? (null, $"'{Shown.Of(text)}' is longer than two years, P2Y.")
            : (back ? Period.Zero - period : period, null);
    }

    public static string Write(Period period) => Parts(period).Any(part => part < 0) ? "-" + Pattern.Format(Period.Zero - period) : Pattern.Format(period);

    /// <summary>Without signs and fractions, which NodaTime would take anywhere.</summary>
    private static Period? Plain(string text) =>
        !text.AsSpan().ContainsAnyExcept(Plainly) && Pattern.Parse(text) is { Success: true, Value: var period } ? period : null;

    private static double DaysOf(Period p) =>
        (p.Years * DaysInYear) + (p.Months * DaysInYear / 12) + (p.Weeks * 7.0) + p.Days + (p.Hours / 24.0) + (p.Minutes / 1440.0) + (p.Seconds / 86400.0);

    private static IEnumerable<long> Parts(Period p) => [p.Years, p.Months, p.Weeks, p.Days, p.Hours, p.Minutes, p.Seconds];
}
