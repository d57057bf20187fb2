using UserOps.Application.Events;
using UserOps.Application.Messages.Templates;
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
        .. TemplateRoutes.All,
        .. DeadLetterRoutes.All,
    ];
}
