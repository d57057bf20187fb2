using UserOps.Application.Journeys;
using UserOps.Application.Journeys.Shipped;

namespace UserOps.Application.Segments.Templates;

/// <summary>What segments come with UserOps, and what became of them here.</summary>
public sealed class ListSegmentTemplates(SegmentRows rows, ShippedRows marks)
{
    public async Task<SegmentTemplatePage> RunAsync(CancellationToken cancel) => new(await Task.WhenAll(SegmentTemplates.All.Select(template => ViewAsync(template, cancel))));

    private async Task<SegmentTemplateView> ViewAsync(SegmentTemplate template, CancellationToken cancel)
    {
        var head = (await rows.FindAsync(template.Key, cancel))?.Head;
        var edited = head is not null && head.Draft != JourneyHead.TagOf(template.Document.Span) && head.Draft != await marks.SegmentAsync(template.Key, cancel);
        return new(template.Key, template.Name, template.Description, head?.State, head is { Version: > 0 and var version } ? version : null, edited);
    }
}
