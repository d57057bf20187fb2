using Microsoft.Extensions.DependencyInjection;
using UserOps.Application.Segments.Audiences;
using UserOps.Application.Segments.Members;
using UserOps.Application.Segments.Reviews;
using UserOps.Application.Segments.Sweeps;

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
        .AddSingleton<ReadSegment>()
        .AddSingleton<AudienceRows>()
        .AddSingleton<TellPassages>()
        .AddSingleton<JudgeSegments>()
        .AddSingleton<DueReviews>()
        .AddSingleton<ReviewSoon>()
        .AddSingleton<ReviewUser>()
        .AddSingleton<ReviewAlone>()
        .AddSingleton<ReviewDueUsers>()
        .AddSingleton<WantedSweep>()
        .AddSingleton<SweepRows>()
        .AddSingleton<SweepBucket>()
        .AddSingleton<CreateSweep>()
        .AddSingleton<BackFill>()
        .AddSingleton<PreviewUser>()
        .AddSingleton<PreviewSegment>()
        .AddSingleton<RunSweep>()
        .AddSingleton<ResumeSweeps>()
        .AddSingleton<ReviewScored>()
        .AddSingleton<AudienceMembers>()
        .AddSingleton<FindMembers>()
        .AddSingleton<ExportMembers>()
        .AddSingleton<PutOnList>()
        .AddSingleton<ReadUserSegments>();
}
