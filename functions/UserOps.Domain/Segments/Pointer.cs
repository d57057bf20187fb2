using System.Globalization;

namespace UserOps.Domain.Segments;

/// <summary>JSON Pointers (RFC 6901).</summary>
internal static class Pointer
{
    public static string To(string at, string name) =>
        $"{at}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    public static string To(string at, int place) => $"{at}/{place.ToString(CultureInfo.InvariantCulture)}";
}
