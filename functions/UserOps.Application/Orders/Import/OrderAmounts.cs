using System.Globalization;
using UserOps.Domain.Orders;

namespace UserOps.Application.Orders.Import;

/// <summary>Reads amounts in major units that mean one number only: <c>1234.5</c>, <c>1,234.50</c>, <c>1.234,50</c>, <c>€ 12,50</c>.</summary>
/// <param name="commaLikely">The file separates its columns by semicolons, as programs do where the comma is the decimal mark.</param>
public sealed class OrderAmounts(char? decimalMark, bool commaLikely)
{
    /// <returns>Null when read; otherwise what is wrong, for a person.</returns>
    public string? Read(string text, string currency, out Money amount)
    {
        amount = default;
        var digits = Trim(text);
        if (digits.Length == 0)
        {
            return "no amount";
        }

        if (MarkOf(digits) is not { } mark)
        {
            return $"the amount '{text}' could be thousands or a fraction; say which with --decimal . or --decimal ,";
        }

        var plain = digits.Replace(mark == '.' ? "," : ".", "", StringComparison.Ordinal).Replace(mark, '.');
        if (!decimal.TryParse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var major)
            || !ThousandsAreWhole(digits, mark))
        {
            return $"'{text}' is no amount";
        }

        if (major is < 0 or > 1_000_000_000_000m)
        {
            return major < 0 ? "the amount is negative; a refund belongs to its order, not on a row of its own" : "the amount is too large to be true";
        }

        amount = Money.FromMajor(major, currency);
        return null;
    }

    /// <summary>Currency signs and codes on either side, and the spaces and apostrophes that some locales put between thousands.</summary>
    private static string Trim(string text)
    {
        var kept = text.AsSpan().Trim();
        while (kept.Length > 0 && IsCurrency(kept[0]))
        {
            kept = kept[1..];
        }

        while (kept.Length > 0 && IsCurrency(kept[^1]))
        {
            kept = kept[..^1];
        }

        return kept.IndexOfAny(" '\u00a0\u202f\u2019") < 0 ? kept.ToString() : string.Concat(kept.ToString().Where(c => !" '\u00a0\u202f\u2019".Contains(c)));
    }

    private static bool IsCurrency(char c) => char.GetUnicodeCategory(c) == UnicodeCategory.CurrencySymbol || char.IsAsciiLetter(c) || char.IsWhiteSpace(c);

    /// <returns>The decimal mark; null when the text does not tell.</returns>
    private char? MarkOf(string digits)
    {
        if (decimalMark is { } given)
        {
            return given;
        }

        int point = digits.LastIndexOf('.'), comma = digits.LastIndexOf(',');
        if (point >= 0 && comma >= 0)
        {
            return point > comma ? '.' : ',';
        }

        var last = Math.Max(point, comma);
        if (last < 0)
        {
            return '.';
        }

        var mark = digits[last];
        if (digits.IndexOf(mark) != last)
        {
            return mark == '.' ? ',' : '.';
        }

        var threeFollow = digits.Length - last == 4 && digits[..last].TrimStart('0', '-').Length is > 0 and <= 3;
        return threeFollow && (mark == ',' || commaLikely) ? null : mark;
    }

    private static bool ThousandsAreWhole(string digits, char mark)
    {
        var whole = digits.IndexOf(mark) is >= 0 and var at ? digits[..at] : digits;
        var groups = whole.TrimStart('-').Split(mark == '.' ? ',' : '.');
        return groups.Length == 1 || (groups[0].Length is >= 1 and <= 3 && groups.Skip(1).All(g => g.Length == 3));
    }
}
