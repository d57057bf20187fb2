using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using UserOps.Application.Scoring.Model;

namespace UserOps.Application.Scoring;

public static class ScoringServices
{
    internal static IServiceCollection AddScoring(this IServiceCollection services)
    {
        services.TryAddSingleton<ScoringWakeup>();
        services.TryAddSingleton<IScoringTrigger>(provider => provider.GetRequiredService<ScoringWakeup>());
        return services
            .AddSingleton<RunRows>()
            .AddSingleton<WorkRows>()
            .AddSingleton<BucketReader>()
            .AddSingleton<RequestRun>()
            .AddSingleton<RequestNight>()
            .AddSingleton<NoteProgress>()
            .AddSingleton<StartRun>()
            .AddSingleton<SummariseBucket>()
            .AddSingleton<MergeSummaries>()
            .AddSingleton<SelectBucket>()
            .AddSingleton<FindCutPoints>()
            .AddSingleton<ScoreBucket>()
            .AddSingleton<TellTransitions>()
            .AddSingleton<PublishRun>()
            .AddSingleton<FailRun>()
            .AddSingleton<ScoreUsers>()
            .AddSingleton<ScoringWorker>()
            .AddSingleton<FindScores>()
            .AddSingleton<PublishedModels>()
            .AddSingleton<ReadUserScore>()
            .AddSingleton<ReadModel>()
            .AddSingleton<ExportScores>();
    }
}
