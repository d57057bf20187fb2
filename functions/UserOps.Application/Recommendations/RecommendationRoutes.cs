using UserOps.Application.Http;
using UserOps.Application.Http.OpenApi;

namespace UserOps.Application.Recommendations;

public static class RecommendationRoutes
{
    private static readonly QueryParameter Limit = new("limit", "integer", "1 to 50; 10 without it.");

    public static readonly Route RecommendToUser = new("RecommendToUser", "GET", "api/users/{id}/recommendations", Access.Viewer, RecommendationHandlers.ForUserAsync)
    {
        Doc = new("Recommends products to a user: what goes with those bought, then what is popular, nothing that was bought")
        {
            Query = [Limit],
            Response = typeof(RecommendationsView),
        },
    };

    public static readonly Route RecommendWithProduct = new("RecommendWithProduct", "GET", "api/products/{id}/recommendations", Access.Viewer, RecommendationHandlers.ForProductAsync)
    {
        Doc = new("Recommends products to those who look at one: what goes with it, then what is popular") { Query = [Limit], Response = typeof(RecommendationsView) },
    };

    public static IReadOnlyList<Route> All { get; } = [RecommendToUser, RecommendWithProduct];
}
