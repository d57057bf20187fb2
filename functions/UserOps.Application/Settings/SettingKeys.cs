using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace UserOps.Application.Settings;

/// <summary>Typed look-ups that gather what is wrong instead of stopping at the first fault.</summary>
internal sealed class SettingKeys(IConfiguration configuration)
{
    private static readonly string[] Sections = ["Workspace", "Scoring", "Sources", "WriteKeys", "ApiKeys", "Webhooks", "Messaging", "Limits"];

    private readonly List<string> _messages = [];
    private readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _wrong = [];

    public IReadOnlyList<string> Messages => _messages;

    /// <param name="what">Continues the key's name: "is empty; set …".</param>
    public void Wrong(string key, string what)
    {
        _wrong.Add(key + ":");
        _messages.Add($"{key} {what} (environment variable {key.Replace(":", "__", StringComparison.Ordinal)}).");
    }

    /// <summary>
    /// To be called when all settings were read: what nobody asked for is a slip of the pen. Taken for nothing, <c>Workspace:Curency</c> would begin a data folder in
    /// the default currency for good.
    /// </summary>
    public void RefuseUnknown()
    {
        var unknown = Sections.SelectMany(section => configuration.GetSection(section).AsEnumerable())
            .Where(pair => pair.Value is not null && !_known.Contains(pair.Key) && !_wrong.Exists(key => pair.Key.StartsWith(key, StringComparison.OrdinalIgnoreCase)));
        foreach (var (key, _) in unknown.ToList())
        {
            Wrong(key, "is no setting; the README lists those there are");
        }
    }

    /// <returns>Null when the key is absent or blank.</returns>
    public string? Text(string key)
    {
        _known.Add(key);
        return configuration[key]?.Trim() is { Length: > 0 } text ? text : null;
    }

    public IEnumerable<string> Children(string key) => configuration.GetSection(key).GetChildren().Select(child => child.Key);

    public int Integer(string key, int absent, int least, int most)
    {
        if (Text(key) is not { } text)
        {
            return absent;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
        {
            return value;
        }

        Wrong(key, $"is '{text}'; set a whole number from {least} to {most}");
        return absent;
    }

    public decimal Amount(string key, decimal absent)
    {
        if (Text(key) is not { } text)
        {
            return absent;
        }

        if (TryAmount(text, out var value) && value >= 0)
        {
            return value;
        }

        Wrong(key, $"is '{text}'; set an amount of at least 0, with a point before decimals");
        return absent;
    }

    public T Choice<T>(string key, T absent, params ReadOnlySpan<(string Name, T Value)> choices)
    {
        if (Text(key) is not { } text)
        {
            return absent;
        }

        foreach (var (name, value) in choices)
        {
            if (name.Equals(text, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        Wrong(key, $"is '{text}'; set one of {Names(choices)}");
        return absent;
    }

    /// <summary>A JSON array, numbered environment variables, or one text with commas.</summary>
    /// <returns>Null when the key is absent; empty entries are kept, for the caller to refuse.</returns>
    public IReadOnlyList<string>? List(string key)
    {
        var children = configuration.GetSection(key).GetChildren().OrderBy(child => child.Key, ConfigurationKeyComparer.Instance).ToList();
        _known.Add(key);
        _known.UnionWith(children.Select(child => child.Path));
        return children.Count > 0 ? [.. children.Select(child => child.Value?.Trim() ?? "")] : Text(key)?.Split(',', StringSplitOptions.TrimEntries);
    }

    public static bool TryAmount(string text, out decimal value) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);

    private static string Names<T>(ReadOnlySpan<(string Name, T Value)> choices)
    {
        var names = new List<string>();
        foreach (var (name, _) in choices)
        {
            names.Add(name);
        }

        return string.Join(", ", names);
    }
}
