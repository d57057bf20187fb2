using System.Globalization;

namespace UserOps.Tests.Simulation;

/// <summary>Which seeds to run.</summary>
/// <param name="Last">Not beyond it.</param>
/// <param name="Enough">After so long no further seed begins, once <see cref="Least"/> are done; null: all are run.</param>
internal sealed record SeedRange(int First, int Last, TimeSpan? Enough)
{
    /// <summary>Run whatever time they take.</summary>
    public const int Least = 300;

    private const int Long = 20_000;

    public bool IsOne => First == Last;

    /// <summary>
    /// <c>USEROPS_SEED=17</c> is that one, <c>USEROPS_SEEDS=5000-7999</c> are those, <c>USEROPS_SEEDS=500</c> are the first so many, <c>USEROPS_LONG</c> are the first 20,000; else as
    /// many as fit into what the seeds may take of the whole check.
    /// </summary>
    public static SeedRange Asked()
    {
        if (Setting("USEROPS_SEED") is { } one)
        {
            return new(Number(one), Number(one), null);
        }

        return Setting("USEROPS_SEEDS")?.Split('-') switch
        {
            [var count] => new(0, Number(count) - 1, null),
            [var first, var last] => new(Number(first), Number(last), null),
            null when Setting("USEROPS_LONG") is not null => new(0, Long - 1, null),
            null => new(0, Long - 1, TimeSpan.FromSeconds(110)),
            _ => throw new FormatException("USEROPS_SEEDS is a count, as in 500, or a range, as in 5000-7999."),
        };
    }

    public static string? Setting(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? text : null;

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
