using System.Text.Json.Serialization;

namespace UserOps.Application.Messages.Templates;

/// <summary>A template as somebody wrote it.</summary>
public sealed record TemplateContent
{
    public const string Marketing = "marketing";

    /// <summary>Exempt from the unsubscribe link: what the person needs because of something that they did, such as an order's confirmation.</summary>
    public const string Transactional = "transactional";

    public TemplateKind Kind { get; init; } = TemplateKind.Message;

    /// <summary>Messages only.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ChannelKind? Channel { get; init; }

    /// <summary>What consent it needs: <see cref="Marketing"/>, <see cref="Transactional"/> or another of the workspace's.</summary>
    public string Purpose { get => field ?? Marketing; init; }

    /// <summary>For whoever reads none of the languages.</summary>
    public required string DefaultLanguage { get => field ?? ""; init; }

    /// <summary>Key of the layout around an e-mail; null: none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Layout { get; init; }

    /// <summary>By language tag (BCP 47), such as <c>en</c>, <c>zh-Hans</c>.</summary>
    public required IReadOnlyDictionary<string, TemplateParts> Languages { get => field ?? new Dictionary<string, TemplateParts>(); init; }

    /// <summary>The parts for somebody who reads <paramref name="language"/>.</summary>
    public (string Language, TemplateParts Parts) For(string? language)
    {
        var found = LanguageTags.Choose(language, Languages.Keys) ?? DefaultLanguage;
        return (found, Languages[found]);
    }
}
