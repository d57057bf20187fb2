using NodaTime;

namespace UserOps.Domain.Segments;

/// <summary>A <see cref="Verdict"/> in the making.</summary>
/// <param name="Until">The same from now until before then; <see cref="Instant.MaxValue"/>: for ever.</param>
internal readonly record struct Judged(bool Holds, Instant Until)
{
    public static Judged ForEver(bool holds) => new(holds, Instant.MaxValue);

    public static Judged Of(Verdict verdict) => new(verdict.Holds, verdict.ValidUntil is { } until ? Instant.FromDateTimeOffset(until) : Instant.MaxValue);

    public Judged Opposite => this with { Holds = !Holds };

    public Judged AtMostUntil(Instant until) => this with { Until = Instant.Min(Until, until) };

    /// <summary>One that fails is enough for as long as it fails, whatever becomes of the others; when all hold, the first to change decides.</summary>
    public static Judged All(IEnumerable<Judged> judged)
    {
        var (holds, firstChange, longestFailing) = (true, Instant.MaxValue, Instant.MinValue);
        foreach (var one in judged)
        {
            holds &= one.Holds;
            firstChange = Instant.Min(firstChange, one.Until);
            longestFailing = one.Holds ? longestFailing : Instant.Max(longestFailing, one.Until);
        }

        return new(holds, holds ? firstChange : longestFailing);
    }

    public static Judged Any(IEnumerable<Judged> judged) => All(judged.Select(one => one.Opposite)).Opposite;
}
