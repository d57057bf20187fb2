using System.Globalization;

namespace UserOps.Application.Events.Reading;

/// <summary>
/// JavaScript writes half an emoji, as left by cutting a text, as the escape of a lone surrogate. It is valid JSON and no text: whoever unescapes it fails.
/// Each is replaced in place by the escape of U+FFFD, which is as long.
/// </summary>
internal static class LoneSurrogates
{
    private const int EscapeLength = 6;

    public static void Replace(Span<byte> json)
    {
        for (var at = Next(json, 0); at >= 0; at = Next(json, at))
        {
            var unit = UnitAt(json, at);
            if (unit is >= 0xD800 and <= 0xDBFF && UnitAt(json, at + EscapeLength) is >= 0xDC00 and <= 0xDFFF)
            {
                at += 2 * EscapeLength;
            }
            else if (unit is >= 0xD800 and <= 0xDFFF)
            {
                "fffd"u8.CopyTo(json[(at + 2)..]);
                at += EscapeLength;
            }
            else
            {
                // Two at least: the second character of an escape may itself be a backslash.
                at += 2;
            }
        }
    }

    private static int Next(ReadOnlySpan<byte> json, int from)
    {
        if (from >= json.Length)
        {
            return -1;
        }

        var found = json[from..].IndexOf((byte)'\\');
        return found < 0 ? -1 : from + found;
    }

    /// <returns>The UTF-16 unit that is escaped at this place, or -1.</returns>
    private static int UnitAt(ReadOnlySpan<byte> json, int at) =>
        at + EscapeLength <= json.Length
        && json[at] == '\\'
        && json[at + 1] == 'u'
        && ushort.TryParse(json.Slice(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? unit
            : -1;
}
