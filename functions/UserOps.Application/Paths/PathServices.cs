using Microsoft.Extensions.DependencyInjection;

namespace UserOps.Application.Paths;

internal static class PathServices
{
    internal static IServiceCollection AddPaths(this IServiceCollection services) => services
        .AddSingleton<PathTallyRows>()
        .AddSingleton<WalkPerson>()
        .AddSingleton<BeginPathsWork>()
        .AddSingleton<FindPaths>();
}
