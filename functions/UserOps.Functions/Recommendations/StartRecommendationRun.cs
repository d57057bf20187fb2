using Microsoft.Azure.Functions.Worker;
using UserOps.Application.Recommendations;

namespace UserOps.Functions.Recommendations;

/// <summary>Activity: begins the run that is due, or finds the one to go on with.</summary>
public sealed class StartRecommendationRun(StartRecommendations step)
{
    /// <param name="instance">Who asks; there is one alone.</param>
    [Function(nameof(StartRecommendationRun))]
    public Task<RecommendationRun?> RunAsync([ActivityTrigger] string instance, CancellationToken cancel) => step.RunAsync(cancel);
}
