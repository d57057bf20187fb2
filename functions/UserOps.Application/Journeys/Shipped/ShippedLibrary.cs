using System.Text;
using System.Text.Json;
using UserOps.Application.Messages.Templates;
using UserOps.Domain;
using UserOps.Domain.Journeys;

namespace UserOps.Application.Journeys.Shipped;

/// <summary>
/// The journeys that come with UserOps: the files under <c>Journeys/Shipped</c> and <c>Messages/Shipped</c>, embedded. A message's text begins with its subject; all are
/// e-mails within one layout, and all are marketing: a thank-you is no order confirmation, which the shop sends itself.
/// </summary>
public static class ShippedLibrary
{
    public const string DefaultLanguage = "en";
    private const string Layout = "shop-letter";
    private const string SubjectLine = "Subject: ";

    /// <summary>A partial before the layout and both before the messages, since a version takes in what is published then.</summary>
    private static readonly (string Folder, TemplateKind Kind)[] Folders = [("partials", TemplateKind.Partial), ("layouts", TemplateKind.Layout), ("messages", TemplateKind.Message)];

    private static readonly string[] Languages = [DefaultLanguage, "zh"];
    private static readonly string[] Names = typeof(ShippedLibrary).Assembly.GetManifestResourceNames();

    /// <summary>In the order in which they are published.</summary>
    public static IReadOnlyList<ShippedTemplate> Templates { get; } = [.. Folders.SelectMany(TemplatesIn)];

    /// <summary>In the order in which they are shown and published: one that starts another comes after it.</summary>
    public static IReadOnlyList<ShippedJourney> Journeys { get; } =
        [.. JsonSerializer.Deserialize<ShippedEntry[]>(ShippedFile.Read("shipped/journeys/catalog.json"), JsonSerializerOptions.Web)!.Select(JourneyOf)];

    /// <returns>Null when all of them are shipped journeys; else what to say.</returns>
    public static string? WrongKey(IEnumerable<string> keys) =>
        keys.FirstOrDefault(key => Journeys.All(journey => journey.Key != key)) is { } unknown
            ? $"No journey '{unknown}' comes with UserOps{NearestName.Hint(unknown, Journeys.Select(journey => journey.Key))}"
            : null;

    /// <returns>Null when the templates are written in it, or none is named; else what to say.</returns>
    public static string? WrongLanguage(string? tag) =>
        tag is null || Languages.Contains(tag, StringComparer.Ordinal) ? null : $"The shipped templates are written in {string.Join(" and ", Languages)}.";

    private static ShippedJourney JourneyOf(ShippedEntry entry)
    {
        var document = ShippedFile.Read($"shipped/journeys/Documents/{entry.Key}.json");
        var journey = JourneyReader.Read(document, ConditionForm.Full.Read) is JourneyReading.Of read ? read.Journey : throw new InvalidDataException($"The shipped journey {entry.Key} has mistakes.");
        var keys = journey.Steps.OfType<Step.Send>().Select(send => send.Template).ToHashSet(StringComparer.Ordinal);
        ShippedTemplate[] templates = [.. Templates.Where(template => keys.Contains(template.Key))];
        return new(entry.Key, journey.Name, entry.Description, document, templates, [.. Languages.Where(language => templates.All(template => template.Content.Languages.ContainsKey(language)))]);
    }

    private static IEnumerable<ShippedTemplate> TemplatesIn((string Folder, TemplateKind Kind) at) =>
        Names.Where(name => name.StartsWith($"shipped/{at.Folder}/{DefaultLanguage}/", StringComparison.Ordinal) && name.EndsWith(".html", StringComparison.Ordinal))
            .Select(name => Path.GetFileNameWithoutExtension(name))
            .Order(StringComparer.Ordinal)
            .Select(key => new ShippedTemplate(key, ContentOf(at.Folder, at.Kind, key)));

    private static TemplateContent ContentOf(string folder, TemplateKind kind, string key) => new()
    {
        Kind = kind,
        Channel = kind == TemplateKind.Message ? ChannelKind.Email : null,
        Layout = kind == TemplateKind.Message ? Layout : null,
        DefaultLanguage = DefaultLanguage,
        Languages = Languages.Where(language => Names.Contains($"shipped/{folder}/{language}/{key}.html")).ToDictionary(language => language, language => Parts($"shipped/{folder}/{language}/{key}")),
    };

    private static TemplateParts Parts(string name)
    {
        var (html, text) = (Text(name + ".html"), Text(name + ".txt"));
        if (!text.StartsWith(SubjectLine, StringComparison.Ordinal))
        {
            return new() { Html = html, Text = text };
        }

        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return new() { Subject = text[SubjectLine.Length..end], Html = html, Text = text[end..].TrimStart('\n') };
    }

    private static string Text(string name) => Encoding.UTF8.GetString(ShippedFile.Read(name)).ReplaceLineEndings("\n");
}
