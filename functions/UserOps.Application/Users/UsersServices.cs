using Microsoft.Extensions.DependencyInjection;

namespace UserOps.Application.Users;

internal static class UsersServices
{
    internal static IServiceCollection AddUsers(this IServiceCollection services) => services
        .AddSingleton<FindUser>()
        .AddSingleton<ProjectFacts>()
        .AddSingleton<LinkIdentifier>()
        .AddSingleton<DeclareAlias>()
        .AddSingleton<MergeUsers>()
        .AddSingleton<DrainOutbox>();
}
