using System.Text.Json.Serialization;

namespace UserOps.Application.Messages.Templates;

/// <summary>A template in one language. E-mails have subject, HTML and text; other messages title and body; partials and layouts HTML and text.</summary>
public sealed record TemplateParts
{
    public string? Subject { get; init; }

    public string? Html { get; init; }

    public string? Text { get; init; }

    public string? Title { get; init; }

    public string? Body { get; init; }

    /// <summary>Those that are there, by their names in JSON.</summary>
    [JsonIgnore]
    public IEnumerable<(Part Part, string Source)> All =>
        from part in Enum.GetValues<Part>() where this[part] is not null select (part, this[part]!);

    public string? this[Part part] => part switch
    {
        Part.Subject => Subject,
        Part.Html => Html,
        Part.Text => Text,
        Part.Title => Title,
        _ => Body,
    };
}
