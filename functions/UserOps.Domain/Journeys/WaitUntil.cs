using NodaTime;

namespace UserOps.Domain.Journeys;

/// <summary>What a wait waits for. Days and times of day are the person's own.</summary>
public abstract record WaitUntil
{
    private WaitUntil()
    {
    }

    /// <summary>Days, weeks and months by the calendar, hours and less by the clock.</summary>
    public sealed record Passed(Period Time) : WaitUntil;

    /// <summary>The next time it will be so late, today included; never the very moment, or a loop through it would not wait.</summary>
    /// <param name="Weekdays">On one of these; empty: any day.</param>
    public sealed record TimeOfDay(LocalTime At, IReadOnlyList<IsoDayOfWeek> Weekdays) : WaitUntil;

    /// <summary>A day that a property of the person names; one that is past or missing is not waited for.</summary>
    /// <param name="Trait">Holds a date, <c>1990-05-17</c>.</param>
    /// <param name="Yearly">Its next anniversary.</param>
    /// <param name="Offset">Added to the day: negative for "three days before".</param>
    public sealed record Date(string Trait, bool Yearly, Period Offset, LocalTime At) : WaitUntil;
}
