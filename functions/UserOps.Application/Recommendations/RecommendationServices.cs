using Microsoft.Extensions.DependencyInjection;

namespace UserOps.Application.Recommendations;

internal static class RecommendationServices
{
    internal static IServiceCollection AddRecommendations(this IServiceCollection services) => services
        .AddSingleton<NoteProducts>()
        .AddSingleton<RecommendationRows>()
        .AddSingleton<StartRecommendations>()
        .AddSingleton<CountPopularity>()
        .AddSingleton<ChooseProducts>()
        .AddSingleton<RelateProducts>()
        .AddSingleton<PublishRecommendations>()
        .AddSingleton<RefreshRecommendations>()
        .AddSingleton<ReadRecommendations>();
}
