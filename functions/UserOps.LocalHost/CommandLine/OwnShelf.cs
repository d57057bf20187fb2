using UserOps.Application.Journeys.Shipped;
using UserOps.Application.Segments.Templates;
using UserOps.LocalHost.Hosting;

namespace UserOps.LocalHost.CommandLine;

/// <summary>In the data folder, which this process has to itself.</summary>
internal sealed class OwnShelf(OpenHost host) : IShippedShelf
{
    public Task<ShippedPage> ListAsync(CancellationToken cancel) => host.Services.GetRequiredService<ListShipped>().RunAsync(cancel);

    public Task<ShippedAnswer> PublishAsync(IReadOnlyCollection<string> keys, string? language, CancellationToken cancel) =>
        host.Services.GetRequiredService<PublishShipped>().RunAsync(keys, language, cancel);

    public Task<SegmentTemplatePage> ListSegmentsAsync(CancellationToken cancel) => host.Services.GetRequiredService<ListSegmentTemplates>().RunAsync(cancel);

    public Task<SegmentTemplateAnswer> PublishSegmentsAsync(IReadOnlyCollection<string> keys, CancellationToken cancel) =>
        host.Services.GetRequiredService<PublishSegmentTemplates>().RunAsync(keys, cancel);
}
