using System.Text.Json.Serialization;

namespace UserOps.Application.Messages.Templates;

/// <summary>What is known of a template besides its texts.</summary>
/// <param name="Latest">The version that is sent; null: never published.</param>
/// <param name="Changed">Whether the draft has been saved since that version was published.</param>
public sealed record StoredTemplate(
    string Key,
    TemplateKind Kind,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ChannelKind? Channel,
    string Purpose,
    IReadOnlyList<string> Languages,
    DateTimeOffset SavedAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Latest,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? PublishedAt,
    bool Changed);
