using System.Text.Json;

namespace UserOps.Domain.Segments;

/// <summary>Properties of an object that somebody wrote.</summary>
internal static class Properties
{
    /// <summary>Tells those that do not belong there, and those that stand there twice.</summary>
    public static void Check(JsonElement json, string at, ICollection<Mistake> mistakes, params string[] known)
    {
        var seen = new HashSet<string>();
        foreach (var name in json.EnumerateObject().Select(JsonText.NameOf))
        {
            if (!known.Contains(name))
            {
                mistakes.Add(new(JsonPointer.To(at, name), $"Unknown property '{name}': here may stand {string.Join(", ", known.Select(k => $"'{k}'"))}.{Nearest.Hint(name, known)}"));
            }
            else if (!seen.Add(name))
            {
                mistakes.Add(new(JsonPointer.To(at, name), $"'{name}' stands here twice."));
            }
        }
    }
}
