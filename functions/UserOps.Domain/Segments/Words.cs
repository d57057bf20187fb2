using System.Text.Json;

namespace UserOps.Domain.Segments;

/// <summary>Names of an enumeration as they stand in conditions: <c>held-out</c>.</summary>
internal static class Words<T>
    where T : struct, Enum
{
    /// <summary>In the order of their values.</summary>
    public static readonly IReadOnlyList<string> All = [.. Enum.GetNames<T>().Select(JsonNamingPolicy.KebabCaseLower.ConvertName)];

    private static readonly T[] Values = Enum.GetValues<T>();

    public static string Of(T value) => All[Array.IndexOf(Values, value)];

    /// <returns>Null, and the mistake told, when it is none of them.</returns>
    public static T? Read(JsonElement json, string at, ICollection<Mistake> mistakes)
    {
        var written = JsonText.Of(json) ?? "";
        for (var i = 0; i < Values.Length; i++)
        {
            if (All[i] == written)
            {
                return Values[i];
            }
        }

        mistakes.Add(new(at, $"Must be one of {string.Join(", ", All)}.{Nearest.Hint(written, All)}"));
        return null;
    }
}
