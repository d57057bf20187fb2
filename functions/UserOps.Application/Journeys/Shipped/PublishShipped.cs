using UserOps.Application.Messages.Templates;

namespace UserOps.Application.Journeys.Shipped;

/// <summary>
/// Publishes journeys that come with UserOps: their templates first, then themselves. A second time makes no new version, and a crash in between costs only that second time.
/// What somebody edited is left alone and named.
/// </summary>
public sealed class PublishShipped(ShipTemplate shipTemplate, ShipJourney shipJourney)
{
    /// <param name="keys">Of <see cref="ShippedLibrary.Journeys"/>; none: all.</param>
    /// <param name="language">For people who read none of the languages; null: as it is.</param>
    public async Task<ShippedAnswer> RunAsync(IReadOnlyCollection<string> keys, string? language, CancellationToken cancel)
    {
        var journeys = ShippedLibrary.Journeys.Where(journey => keys.Count == 0 || keys.Contains(journey.Key)).ToList();
        var sent = journeys.SelectMany(journey => journey.Templates).Select(template => template.Key).ToHashSet(StringComparer.Ordinal);
        List<ShippedResult> templates = [], published = [];
        foreach (var template in ShippedLibrary.Templates.Where(template => sent.Contains(template.Key) || (sent.Count > 0 && template.Content.Kind != TemplateKind.Message)))
        {
            templates.Add(await shipTemplate.RunAsync(template, language, cancel));
        }

        foreach (var journey in journeys)
        {
            published.Add(await shipJourney.RunAsync(journey.Key, journey.Document, revive: keys.Count > 0, cancel));
        }

        return new(templates, published);
    }
}
