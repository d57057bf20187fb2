using Microsoft.Azure.Functions.Worker;
using UserOps.Application.Recommendations;

namespace UserOps.Functions.Recommendations;

/// <summary>Activity: shows the run.</summary>
public sealed class ShowRecommendations(PublishRecommendations step)
{
    [Function(nameof(ShowRecommendations))]
    public Task RunAsync([ActivityTrigger] RecommendationRun run, CancellationToken cancel) => step.RunAsync(run, cancel);
}
