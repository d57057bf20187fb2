using UserOps.Application.Events;
using UserOps.Application.Http.OpenApi;
using UserOps.Application.Journeys;
using UserOps.Application.Journeys.Control;
using UserOps.Application.Journeys.Simulation;
using UserOps.Application.Messages.Engagement;
using UserOps.Application.Messages.Templates;
using UserOps.Application.Operations;
using UserOps.Application.Paths;
using UserOps.Application.Recommendations;
using UserOps.Application.Scoring;
using UserOps.Application.Segments;
using UserOps.Application.Segments.Members;
using UserOps.Application.Segments.Snapshots;
using UserOps.Application.Segments.Templates;
using UserOps.Application.Tags;
using UserOps.Application.Users;

namespace UserOps.Application.Http;

/// <summary>The whole HTTP surface.</summary>
public static class Routes
{
    public static IReadOnlyList<Route> All { get; } =
    [
        .. HealthRoutes.All,
        .. EventRoutes.All,
        .. UserRoutes.All,
        .. TagRoutes.All,
        .. ScoringRoutes.All,
        .. RecommendationRoutes.All,
        .. SegmentRoutes.All,
        .. MemberRoutes.All,
        .. SnapshotRoutes.All,
        .. SegmentTemplateRoutes.All,
        .. PathRoutes.All,
        .. JourneyRoutes.All,
        .. RunningRoutes.All,
        .. OverdueRoutes.All,
        .. SimulationRoutes.All,
        .. TemplateRoutes.All,
        .. EngagementRoutes.All,
        .. DeadLetterRoutes.All,
        .. OpenApiRoutes.All,
    ];
}
