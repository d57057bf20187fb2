namespace UserOps.Domain.Segments;

/// <summary>What stands in <c>value</c>.</summary>
public enum OperandType
{
    /// <summary>No value.</summary>
    Nothing,

    /// <summary>A text, a number, or true or false, whichever the field holds.</summary>
    One,

    /// <summary>A list of them, 1 to <see cref="ConditionLimits.Values"/>.</summary>
    List,

    Text,

    Number,

    /// <summary>Two numbers, the lower first.</summary>
    Range,

    /// <summary>A day, <c>2026-01-31</c>, or an instant, <c>2026-01-31T18:00:00Z</c>.</summary>
    DayOrInstant,

    Day,

    /// <summary>ISO 8601, <c>P30D</c> or <c>PT12H</c>; see <see cref="Durations"/>.</summary>
    Duration,

    /// <summary>The same, in whole days.</summary>
    WholeDays,

    Tag,
}
