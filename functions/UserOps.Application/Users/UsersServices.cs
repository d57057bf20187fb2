using Microsoft.Extensions.DependencyInjection;
using UserOps.Application.Tags;

namespace UserOps.Application.Users;

internal static class UsersServices
{
    internal static IServiceCollection AddUsers(this IServiceCollection services) => services
        .AddSingleton<FindUser>()
        .AddSingleton<NamedUser>()
        .AddSingleton<ReadUser>()
        .AddSingleton<ReadTimeline>()
        .AddSingleton<MergeByHand>()
        .AddSingleton<TagUser>()
        .AddSingleton<IUserDirectory, UserDirectory>()
        .AddSingleton<ProjectFacts>()
        .AddSingleton<ProjectBought>()
        .AddSingleton<LinkIdentifier>()
        .AddSingleton<DeclareAlias>()
        .AddSingleton<CarryProfile>()
        .AddSingleton<MergeUsers>()
        .AddSingleton<DrainOutbox>();
}
