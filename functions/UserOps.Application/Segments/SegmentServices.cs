using Microsoft.Extensions.DependencyInjection;

namespace UserOps.Application.Segments;

internal static class SegmentServices
{
    internal static IServiceCollection AddSegments(this IServiceCollection services) => services
        .AddSingleton<SegmentRows>()
        .AddSingleton<PublishedSegments>()
        .AddSingleton<CheckSegment>()
        .AddSingleton<SaveSegment>()
        .AddSingleton<PublishSegment>()
        .AddSingleton<FindSegmentUses>()
        .AddSingleton<ArchiveSegment>()
        .AddSingleton<ReadSegment>();
}
