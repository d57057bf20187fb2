using System.Text.Json;
using UserOps.Application.Journeys.Shipped;
using UserOps.Domain;
using UserOps.Domain.Segments;

namespace UserOps.Application.Segments.Templates;

/// <summary>The segments that come with UserOps: the files under <c>Segments/Templates</c>, embedded. None names another, so that each can be published alone.</summary>
public static class SegmentTemplates
{
    /// <summary>In the order in which they are shown and published.</summary>
    public static IReadOnlyList<SegmentTemplate> All { get; } =
        [.. JsonSerializer.Deserialize<ShippedEntry[]>(ShippedFile.Read("shipped/segments/catalog.json"), JsonSerializerOptions.Web)!.Select(TemplateOf)];

    /// <returns>Null when all of them are templates; else what to say.</returns>
    public static string? WrongKey(IEnumerable<string> keys) =>
        keys.FirstOrDefault(key => All.All(template => template.Key != key)) is { } unknown
            ? $"No segment '{unknown}' comes with UserOps{NearestName.Hint(unknown, All.Select(template => template.Key))}"
            : null;

    private static SegmentTemplate TemplateOf(ShippedEntry entry)
    {
        var document = ShippedFile.Read($"shipped/segments/Documents/{entry.Key}.json");
        return SegmentReader.Read(document) is SegmentReading.Of { Segment: var segment }
            ? new(entry.Key, segment.Name, entry.Description, document)
            : throw new InvalidDataException($"The segment template {entry.Key} has mistakes.");
    }
}
