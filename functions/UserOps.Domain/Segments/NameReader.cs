using System.Text.Json;
using UserOps.Domain.Messages;

namespace UserOps.Domain.Segments;

/// <summary>Names of things that are made elsewhere.</summary>
internal static class NameReader
{
    public static string? Event(JsonElement json, string at, ICollection<Mistake> mistakes)
    {
        if (JsonText.Of(JsonText.Property(json, "event")) is { Length: > 0 and <= ConditionLimits.NameLength } name)
        {
            return name;
        }

        mistakes.Add(new(JsonPointer.To(at, "event"), $"Must be the name of an event, such as \"Order Completed\", of 1 to {ConditionLimits.NameLength} characters."));
        return null;
    }

    /// <param name="what">It is the key of, in a sentence: <c>segment</c>.</param>
    /// <param name="known">Null: any key may stand there.</param>
    public static string? Key(JsonElement json, string at, string what, IReadOnlySet<string>? known, ICollection<Mistake> mistakes)
    {
        if (JsonText.Of(json) is { } key && Slug.Is(key, ConditionLimits.KeyLength))
        {
            return Known(key, at, what, known, mistakes);
        }

        mistakes.Add(new(at, $"Must be the key of a {what}: lower-case letters, digits and hyphens, 1 to {ConditionLimits.KeyLength}, no hyphen first."));
        return null;
    }

    public static string? Channel(JsonElement json, string at, IReadOnlySet<string>? known, ICollection<Mistake> mistakes)
    {
        if (JsonText.Of(json) is { } name && MessageNames.IsName(name))
        {
            return Known(name, at, "channel", known, mistakes);
        }

        mistakes.Add(new(at, "Must be the name of a channel, such as \"email\"."));
        return null;
    }

    private static string? Known(string name, string at, string what, IReadOnlySet<string>? known, ICollection<Mistake> mistakes)
    {
        if (known?.Contains(name) == false)
        {
            mistakes.Add(new(at, $"There is no {what} '{name}'{NearestName.Hint(name, known)}"));
            return null;
        }

        return name;
    }
}
