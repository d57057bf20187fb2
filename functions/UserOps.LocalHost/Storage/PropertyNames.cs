using System.Collections.Concurrent;
using System.Text;

namespace UserOps.LocalHost.Storage;

/// <summary>Names are few and stand in every row, so each is one string however many rows are read.</summary>
internal static class PropertyNames
{
    private const int MostKept = 1_000;

    private static readonly ConcurrentDictionary<string, string> Known = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> BySpan = Known.GetAlternateLookup<ReadOnlySpan<char>>();

    public static string Of(ReadOnlySpan<byte> ascii)
    {
        Span<char> characters = stackalloc char[256];
        var name = characters[..Encoding.ASCII.GetChars(ascii, characters)];
        if (BySpan.TryGetValue(name, out var known))
        {
            return known;
        }

        var made = name.ToString();
        return Known.Count < MostKept ? Known.GetOrAdd(made, made) : made;
    }
}
