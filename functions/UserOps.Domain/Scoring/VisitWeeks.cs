using System.Numerics;

namespace UserOps.Domain.Scoring;

/// <summary>
/// The weeks, Monday to Sunday, in which somebody was active. Nightly figures look at whole weeks only: so they change once a week, and a run as of yesterday does not see today.
/// </summary>
/// <param name="Latest">Weeks since that of 1970-01-01.</param>
/// <param name="Mask">Bit n: active n weeks before the latest, the 25 weeks up to it. None: never active.</param>
public readonly record struct VisitWeeks(int Latest, int Mask)
{
    /// <summary>One less than the days of a profile reach back, since their first week may have lost days.</summary>
    public const int Most = 25;

    public static int WeekOf(int day) => (int)Math.Floor((day + 3) / 7.0);

    /// <summary>The last week that had ended by the end of a day.</summary>
    public static int LastWhole(int day) => WeekOf(day + 1) - 1;

    /// <summary>How many of the <paramref name="weeks"/> weeks up to a week had a visit.</summary>
    public int Count(int weeks, int upTo) => BitOperations.PopCount((ulong)(ShiftedTo(upTo) & ((1L << weeks) - 1)));

    /// <summary>Weeks from the latest visit up to a week; null: there was none by then.</summary>
    public int? Since(int upTo) => ShiftedTo(upTo) is > 0 and var bits ? BitOperations.TrailingZeroCount(bits) : null;

    /// <summary>Bit n: active n weeks before <paramref name="upTo"/>.</summary>
    private long ShiftedTo(int upTo)
    {
        var by = upTo - Latest;
        return Mask == 0 || Math.Abs((long)by) > Most + 5 ? 0 : by >= 0 ? (long)Mask << by : Mask >> -by;
    }
}
