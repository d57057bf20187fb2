namespace UserOps.Application.Journeys.Shipped;

/// <summary>What comes with UserOps, and what became of it here.</summary>
public sealed class ListShipped(JourneyRows rows, ShippedRows marks)
{
    public async Task<ShippedPage> RunAsync(CancellationToken cancel) =>
        new(await Task.WhenAll(ShippedLibrary.Journeys.Select(shipped => ViewAsync(shipped, cancel))));

    private async Task<ShippedView> ViewAsync(ShippedJourney shipped, CancellationToken cancel)
    {
        var head = (await rows.FindAsync(shipped.Key, cancel))?.Head;
        var edited = head is not null && head.Draft != JourneyHead.TagOf(shipped.Document.Span) && head.Draft != await marks.JourneyAsync(shipped.Key, cancel);
        string[] templates = [.. shipped.Templates.Select(template => template.Key)];
        return new(shipped.Key, shipped.Name, shipped.Description, shipped.Languages, templates, head?.State, head is { Version: > 0 and var version } ? version : null, edited);
    }
}
