using UserOps.Application.Journeys.Shipped;
using UserOps.Application.Segments.Templates;

namespace UserOps.LocalHost.CommandLine;

/// <summary>The shipped journeys and segments at one host: the one in the data folder, or one that runs elsewhere.</summary>
internal interface IShippedShelf
{
    Task<ShippedPage> ListAsync(CancellationToken cancel);

    /// <param name="keys">None: all.</param>
    /// <param name="language">Null: as it is.</param>
    Task<ShippedAnswer> PublishAsync(IReadOnlyCollection<string> keys, string? language, CancellationToken cancel);

    Task<SegmentTemplatePage> ListSegmentsAsync(CancellationToken cancel);

    /// <param name="keys">None: all.</param>
    Task<SegmentTemplateAnswer> PublishSegmentsAsync(IReadOnlyCollection<string> keys, CancellationToken cancel);
}
