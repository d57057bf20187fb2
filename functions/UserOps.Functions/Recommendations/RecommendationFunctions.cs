using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using UserOps.Application.Http;
using UserOps.Application.Recommendations;

namespace UserOps.Functions.Recommendations;

public static class RecommendationFunctions
{
    [Function("RecommendToUser")]
    public static Task<IResult> RecommendToUser([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/users/{id}/recommendations")] HttpRequest request) =>
        Gate.RunAsync(request, RecommendationRoutes.RecommendToUser);

    [Function("RecommendWithProduct")]
    public static Task<IResult> RecommendWithProduct([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/products/{id}/recommendations")] HttpRequest request) =>
        Gate.RunAsync(request, RecommendationRoutes.RecommendWithProduct);
}
