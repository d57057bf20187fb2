using System.Globalization;
using UserOps.Domain.Orders;

namespace UserOps.Application.Messages.Templates;

/// <summary>
/// How a language writes days, amounts and one or many. The program runs without the operating system's cultures, so that it writes the same everywhere.
/// </summary>
public sealed record LanguageFormat(string DatePattern, string Decimal, string Group, bool SignFirst, bool OneForm = false)
{
    private const string Narrow = "\u202f";
    private const string Fixed = "\u00a0";

    private static readonly LanguageFormat Chinese = new("yyyy'年'M'月'd'日'", ".", ",", SignFirst: true, OneForm: true);
    private static readonly LanguageFormat English = new("d MMMM yyyy", ".", ",", SignFirst: true);
    private static readonly LanguageFormat Other = new("yyyy-MM-dd", ".", ",", SignFirst: true);

    private static readonly Dictionary<string, LanguageFormat> Known = new()
    {
        ["en"] = English,
        ["zh"] = Chinese,
        ["ja"] = Chinese,
        ["ko"] = new("yyyy'년' M'월' d'일'", ".", ",", SignFirst: true, OneForm: true),
        ["de"] = new("d.M.yyyy", ",", ".", SignFirst: false),
        ["fr"] = new("dd/MM/yyyy", ",", Narrow, SignFirst: false),
        ["es"] = new("d/M/yyyy", ",", ".", SignFirst: false),
        ["it"] = new("d/M/yyyy", ",", ".", SignFirst: false),
        ["pt"] = new("dd/MM/yyyy", ",", ".", SignFirst: false),
        ["nl"] = new("d-M-yyyy", ",", ".", SignFirst: false),
        ["pl"] = new("d.MM.yyyy", ",", Fixed, SignFirst: false),
    };

    private static readonly Dictionary<string, string> Signs = new() { ["EUR"] = "€", ["USD"] = "$", ["GBP"] = "£", ["JPY"] = "¥", ["INR"] = "₹", ["KRW"] = "₩" };

    public static LanguageFormat Of(string tag)
    {
        var language = LanguageTags.Language(tag);
        var format = Known.GetValueOrDefault(language, Other);
        return language == "zh" ? format with { Yuan = "¥" } : format;
    }

    /// <summary>The sign of CNY: in Chinese ¥, which elsewhere would be taken for yen.</summary>
    private string? Yuan { get; init; }

    /// <param name="major">Major units.</param>
    public string Money(decimal major, string currency)
    {
        var digits = Currencies.MinorDigits(currency);
        var rounded = decimal.Round(major, digits, MidpointRounding.AwayFromZero);
        var number = decimal.Abs(rounded).ToString("N" + digits.ToString(CultureInfo.InvariantCulture), Numbers);
        var minus = rounded < 0 ? "-" : "";
        var sign = currency == "CNY" ? Yuan : currency == "JPY" && Yuan is not null ? null : Signs.GetValueOrDefault(currency);
        return sign is not null && SignFirst ? $"{minus}{sign}{number}" : $"{minus}{number}{Fixed}{sign ?? currency}";
    }

    public string Plural(decimal count, string one, string many) => !OneForm && decimal.Abs(count) == 1 ? one : many;

    private NumberFormatInfo Numbers => new() { NumberDecimalSeparator = Decimal, NumberGroupSeparator = Group };
}
