using System.Text.Json;
using System.Text.Json.Serialization;

namespace UserOps.Application.Messages.Templates;

/// <summary>A template with every partial and layout it uses, as they were when it was put together: what is checked is what is sent.</summary>
public sealed record TemplateBundle
{
    public required TemplateContent Content { get; init; }

    /// <summary>By key.</summary>
    public IReadOnlyDictionary<string, TemplateContent> Includes { get; init; } = new Dictionary<string, TemplateContent>();

    [JsonIgnore]
    public TemplateContent? Layout => Content.Layout is { } key ? Find(key) : null;

    public TemplateContent? Find(string key) => Includes.GetValueOrDefault(key);

    /// <summary>Whether the same is sent.</summary>
    public bool IsSameAs(TemplateBundle other) =>
        JsonSerializer.SerializeToUtf8Bytes(this, TemplateJson.Default.TemplateBundle).AsSpan()
            .SequenceEqual(JsonSerializer.SerializeToUtf8Bytes(other, TemplateJson.Default.TemplateBundle));

    /// <summary>What stands for <c>{{&gt; key}}</c> in a part of a message in <paramref name="language"/>.</summary>
    internal (string? Language, string? Source) Included(string key, string language, Part part)
    {
        if (Find(key) is not { } partial)
        {
            return (null, null);
        }

        var (found, parts) = partial.For(language);
        return (found, parts[part.Included()]);
    }
}
