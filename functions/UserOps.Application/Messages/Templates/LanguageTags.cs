using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace UserOps.Application.Messages.Templates;

/// <summary>Language tags (BCP 47) and what to read instead of one that is not there.</summary>
public static partial class LanguageTags
{
    /// <summary>A Chinese region implies its script, and the language alone the script that most read.</summary>
    private static readonly FrozenDictionary<string, string> Implied = new Dictionary<string, string>
    {
        ["zh"] = "zh-Hans", ["zh-CN"] = "zh-Hans", ["zh-SG"] = "zh-Hans", ["zh-TW"] = "zh-Hant", ["zh-HK"] = "zh-Hant", ["zh-MO"] = "zh-Hant",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static bool IsTag(string? text) => text is not null && Form().IsMatch(text);

    /// <summary>zh-Hans-CN, then zh-Hans, then zh; what people write with underscores is taken too.</summary>
    /// <returns>One of <paramref name="offered"/> as it stands there, or null.</returns>
    public static string? Choose(string? wanted, IEnumerable<string> offered)
    {
        var tags = offered.ToList();
        string? Find(string tag) => tags.Find(offer => offer.Equals(tag, StringComparison.OrdinalIgnoreCase));
        var tag = wanted?.Trim().Replace('_', '-') ?? "";
        while (tag.Length > 0)
        {
            if ((Find(tag) ?? (Implied.TryGetValue(tag, out var implied) ? Find(implied) : null)) is { } found)
            {
                return found;
            }

            tag = tag[..Math.Max(tag.LastIndexOf('-'), 0)];
        }

        return null;
    }

    /// <summary>The language without script and region, lower case.</summary>
    public static string Language(string tag) => tag.Split('-')[0].ToLowerInvariant();

    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
