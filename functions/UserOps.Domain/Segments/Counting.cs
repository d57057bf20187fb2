using NodaTime;

namespace UserOps.Domain.Segments;

/// <summary>How many things count now, and when the next to begin or to cease counting makes a difference.</summary>
internal static class Counting
{
    /// <param name="counted">From when until when each counts.</param>
    public static Judged Judge(Times times, IEnumerable<Span> counted, Instant now)
    {
        var count = 0;
        var changes = new List<(Instant At, int By)>();
        foreach (var span in counted.Where(span => span.To > now))
        {
            if (span.From <= now)
            {
                count++;
            }
            else
            {
                changes.Add((span.From, 1));
            }

            changes.Add((span.To, -1));
        }

        return new(times.Allow(count), FirstDifference(times, count, changes));
    }

    private static Instant FirstDifference(Times times, int count, List<(Instant At, int By)> changes)
    {
        var holds = times.Allow(count);
        foreach (var at in changes.GroupBy(change => change.At).OrderBy(group => group.Key))
        {
            count += at.Sum(change => change.By);
            if (times.Allow(count) != holds)
            {
                return at.Key;
            }
        }

        return Instant.MaxValue;
    }
}
