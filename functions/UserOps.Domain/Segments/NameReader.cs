using System.Text.Json;

namespace UserOps.Domain.Segments;

/// <summary>Names of things that a marketer made elsewhere.</summary>
internal static class NameReader
{
    /// <param name="what">It is the key of, in a sentence: <c>segment</c>.</param>
    /// <param name="known">Null: any key may stand there.</param>
    public static string? Key(JsonElement json, string at, string what, IReadOnlySet<string>? known, ICollection<Mistake> mistakes)
    {
        if (JsonText.Of(json) is not { } key || !Slug.Is(key, ConditionLimits.KeyLength))
        {
            mistakes.Add(new(at, $"Must be the key of a {what}: lower-case letters, digits and hyphens, 1 to {ConditionLimits.KeyLength}, no hyphen first."));
            return null;
        }

        if (known?.Contains(key) == false)
        {
            mistakes.Add(new(at, $"There is no {what} '{key}'{NearestName.Hint(key, known)}"));
            return null;
        }

        return key;
    }
}
