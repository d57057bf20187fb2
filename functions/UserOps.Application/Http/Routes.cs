using UserOps.Application.Events;
using UserOps.Application.Journeys;
using UserOps.Application.Operations;
using UserOps.Application.Scoring;
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
        .. ScoringRoutes.All,
        .. JourneyRoutes.All,
        .. DeadLetterRoutes.All,
    ];
}
