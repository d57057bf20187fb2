using UserOps.Application.Journeys.Shipped;

namespace UserOps.Application.Segments.Templates;

/// <summary>Publishes segments that come with UserOps. A second time makes no new version; what somebody edited is left alone and named.</summary>
public sealed class PublishSegmentTemplates(ShipSegment ship)
{
    /// <param name="keys">Of <see cref="SegmentTemplates.All"/>; none: all.</param>
    public async Task<SegmentTemplateAnswer> RunAsync(IReadOnlyCollection<string> keys, CancellationToken cancel)
    {
        var published = new List<ShippedResult>();
        foreach (var template in SegmentTemplates.All.Where(template => keys.Count == 0 || keys.Contains(template.Key)))
        {
            published.Add(await ship.RunAsync(template.Key, template.Document, revive: keys.Count > 0, cancel));
        }

        return new(published);
    }
}
