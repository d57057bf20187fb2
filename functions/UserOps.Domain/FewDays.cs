using System.Text.Json.Serialization;

namespace UserOps.Domain;

/// <summary>
/// A handful of days since 1970-01-01, ascending; immutable. Which of many days are kept depends on the days alone, never on the order in which they come.
/// </summary>
[JsonConverter(typeof(FewDaysJson))]
public sealed class FewDays : IEquatable<FewDays>
{
    public static readonly FewDays None = new([]);

    private readonly int[] _days;

    private FewDays(int[] days) => _days = days;

    public bool IsEmpty => _days.Length == 0;

    internal ReadOnlySpan<int> Days => _days;

    public static FewDays Of(IEnumerable<int> days) => days.Order().ToArray() is { Length: > 0 } some ? new(some) : None;

    /// <summary>A day counts once; of more than <paramref name="most"/> the latest stay.</summary>
    public FewDays WithLatest(int day, int most) =>
        Array.BinarySearch(_days, day) >= 0 || (_days.Length >= most && day < _days[0]) ? this : new([.. _days.Append(day).Order().TakeLast(most)]);

    /// <summary>A day counts as often as it comes; of more than <paramref name="most"/> the earliest stay.</summary>
    public FewDays WithEarliest(int day, int most) =>
        _days.Length >= most && day >= _days[^1] ? this : new([.. _days.Append(day).Order().Take(most)]);

    /// <summary>How many there are up to the end of a day.</summary>
    public int CountUpTo(int day) => _days.Count(one => one <= day);

    /// <summary>Whether one of them lies within the last <paramref name="within"/> days up to <paramref name="day"/>.</summary>
    public bool AnyWithin(int within, int day) => Array.Exists(_days, one => one <= day && one > day - within);

    public void Write(VarintWriter writer)
    {
        writer.Write(_days.Length);
        var previous = 0;
        foreach (var day in _days)
        {
            writer.Write(day - previous);
            previous = day;
        }
    }

    /// <exception cref="FormatException">It was not written by <see cref="Write"/>.</exception>
    public static FewDays Read(ref VarintReader reader)
    {
        var days = new List<int>();
        var previous = 0;
        for (var left = reader.Read(); left > 0; left--)
        {
            previous += (int)reader.Read();
            days.Add(previous);
        }

        return Of(days);
    }

    public bool Equals(FewDays? other) => other is not null && _days.AsSpan().SequenceEqual(other._days);

    public override bool Equals(object? obj) => Equals(obj as FewDays);

    public override int GetHashCode() => IsEmpty ? 0 : HashCode.Combine(_days.Length, _days[0], _days[^1]);
}
