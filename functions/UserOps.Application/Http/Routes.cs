using UserOps.Application.Events;
using UserOps.Application.Operations;

namespace UserOps.Application.Http;

/// <summary>The whole HTTP surface.</summary>
public static class Routes
{
    public static IReadOnlyList<Route> All { get; } =
    [
        .. HealthRoutes.All,
        .. EventRoutes.All,
    ];
}
