using System.Globalization;

namespace UserOps.Application.Users.Search;

/// <summary>Whole numbers from one to another, both included.</summary>
public readonly record struct ScoreRange(int From, int To)
{
    public bool Holds(int? value) => value >= From && value <= To;

    /// <summary>Written <c>4</c> or <c>3-5</c>.</summary>
    /// <returns>Null: it is none between the bounds.</returns>
    public static ScoreRange? Parse(string text, int least, int most)
    {
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        var (low, high) = dash < 0 ? (text, text) : (text[..dash], text[(dash + 1)..]);
        return int.TryParse(low, NumberStyles.None, CultureInfo.InvariantCulture, out var from) && int.TryParse(high, NumberStyles.None, CultureInfo.InvariantCulture, out var to)
            && from >= least && from <= to && to <= most
                ? new(from, to)
                : null;
    }
}
