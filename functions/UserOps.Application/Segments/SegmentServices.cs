using Microsoft.Extensions.DependencyInjection;
using UserOps.Application.Segments.Audiences;
using UserOps.Application.Segments.Members;
using UserOps.Application.Segments.Reviews;
using UserOps.Application.Segments.Snapshots;
using UserOps.Application.Segments.Sweeps;
using UserOps.Application.Segments.Templates;

namespace UserOps.Application.Segments;

internal static class SegmentServices
{
    internal static IServiceCollection AddSegments(this IServiceCollection services) => services
        .AddSingleton<SegmentRows>()
        .AddSingleton<PublishedSegments>()
        .AddSingleton<CheckSegment>()
        .AddSingleton<SaveSegment>()
        .AddSingleton<PublishSegment>()
        .AddSingleton<SegmentRoom>()
        .AddSingleton<JourneysUnderWay>()
        .AddSingleton<FindSegmentUses>()
        .AddSingleton<ArchiveSegment>()
        .AddSingleton<ReadSegment>()
        .AddSingleton<AudienceRows>()
        .AddSingleton<TellPassages>()
        .AddSingleton<JudgeSegments>()
        .AddSingleton<DueReviews>()
        .AddSingleton<ReviewSoon>()
        .AddSingleton<ReviewedUser>()
        .AddSingleton<ReviewUser>()
        .AddSingleton<ReviewAlone>()
        .AddSingleton<ReviewDueUsers>()
        .AddSingleton<WantedSweep>()
        .AddSingleton<SweepRows>()
        .AddSingleton<SweepBucket>()
        .AddSingleton<CreateSweep>()
        .AddSingleton<BackFill>()
        .AddSingleton<PreviewUser>()
        .AddSingleton<SweepAtOnce>()
        .AddSingleton<PreviewSegment>()
        .AddSingleton<SweepPart>()
        .AddSingleton<FinishSweep>()
        .AddSingleton<BeginSweepWork>()
        .AddSingleton<RunSweep>()
        .AddSingleton<ResumeSweeps>()
        .AddSingleton<ReviewScored>()
        .AddSingleton<AudienceMembers>()
        .AddSingleton<FindMembers>()
        .AddSingleton<ExportMembers>()
        .AddSingleton<PutOnList>()
        .AddSingleton<FillList>()
        .AddSingleton<ReadUserSegments>()
        .AddSingleton<ShipSegment>()
        .AddSingleton<ListSegmentTemplates>()
        .AddSingleton<PublishSegmentTemplates>()
        .AddSnapshots();

    private static IServiceCollection AddSnapshots(this IServiceCollection services) => services
        .AddSingleton<SnapshotRows>()
        .AddSingleton<SnapshotBuckets>()
        .AddSingleton<FreezeBucket>()
        .AddSingleton<ClearBucket>()
        .AddSingleton<FinishSnapshot>()
        .AddSingleton<TakeSnapshot>()
        .AddSingleton<ClearSnapshot>()
        .AddSingleton<CompareSnapshots>();
}
