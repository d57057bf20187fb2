namespace UserOps.Domain;

/// <summary>JSON Pointers (RFC 6901), put together piece by piece.</summary>
internal static class JsonPointer
{
    public static string To(string at, string name) =>
        $"{at}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    public static string To(string at, int index) => $"{at}/{index}";
}
