using NodaTime;

namespace UserOps.Domain.Segments;

/// <summary>From an instant until before another.</summary>
internal readonly record struct Span(Instant From, Instant To)
{
    /// <param name="within">Null: for ever.</param>
    public static Span Since(Instant from, Period? within, ZoneCalendar calendar) => new(from, within is null ? Instant.MaxValue : calendar.Plus(from, within));

    public Judged Judge(Instant now) => now < From && From < To ? new(false, From) : new(From <= now && now < To, From <= now && now < To ? To : Instant.MaxValue);
}
