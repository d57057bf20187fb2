using System.Collections.Frozen;

namespace UserOps.Domain.Orders;

/// <summary>ISO 4217 codes and their minor units.</summary>
public static class Currencies
{
    private static readonly FrozenDictionary<string, int> Exceptions = new Dictionary<string, int>
    {
        ["BIF"] = 0, ["CLP"] = 0, ["DJF"] = 0, ["GNF"] = 0, ["ISK"] = 0, ["JPY"] = 0, ["KMF"] = 0, ["KRW"] = 0, ["PYG"] = 0,
        ["RWF"] = 0, ["UGX"] = 0, ["UYI"] = 0, ["VND"] = 0, ["VUV"] = 0, ["XAF"] = 0, ["XOF"] = 0, ["XPF"] = 0,
        ["BHD"] = 3, ["IQD"] = 3, ["JOD"] = 3, ["KWD"] = 3, ["LYD"] = 3, ["OMR"] = 3, ["TND"] = 3,
        ["CLF"] = 4, ["UYW"] = 4,
    }.ToFrozenDictionary();

    /// <summary>Three upper-case letters; whether the code is assigned is not checked, so that new ones work.</summary>
    public static bool IsCode(string? code) => code is { Length: 3 } && code.All(char.IsAsciiLetterUpper);

    /// <returns>Digits after the decimal separator: 2 for most.</returns>
    public static int MinorDigits(string currency) => Exceptions.GetValueOrDefault(currency, 2);

    /// <returns>Minor units in one major unit: 100 for most.</returns>
    public static long MinorPerMajor(string currency) => MinorDigits(currency) switch { 0 => 1, 2 => 100, 3 => 1_000, _ => 10_000 };

    /// <summary>Rounds half away from zero, as an invoice does.</summary>
    /// <exception cref="OverflowException">The amount is beyond what 64 bits hold.</exception>
    public static long ToMinor(decimal major, string currency) =>
        decimal.ToInt64(decimal.Round(major * MinorPerMajor(currency), 0, MidpointRounding.AwayFromZero));

    /// <summary>Of what was computed: rounded to whole minor units, half away from zero.</summary>
    public static decimal ToMajor(double minor, string currency) =>
        ToMajor((long)Math.Clamp(Math.Round(minor, MidpointRounding.AwayFromZero), -1e18, 1e18), currency);

    public static decimal ToMajor(long minor, string currency) => (decimal)minor / MinorPerMajor(currency);
}
