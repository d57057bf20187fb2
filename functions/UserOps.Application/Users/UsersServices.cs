using Microsoft.Extensions.DependencyInjection;
using UserOps.Application.Users.Search;

namespace UserOps.Application.Users;

internal static class UsersServices
{
    internal static IServiceCollection AddUsers(this IServiceCollection services) => services
        .AddSingleton<FindUser>()
        .AddSingleton<NamedUser>()
        .AddSingleton<ReadUser>()
        .AddSingleton<ReadTimeline>()
        .AddSingleton<MergeByHand>()
        .AddSingleton<IUserDirectory, UserDirectory>()
        .AddSingleton<ProjectFacts>()
        .AddSingleton<ProjectBought>()
        .AddSingleton<EmailHashes>()
        .AddSingleton<SearchUsers>()
        .AddSingleton<LinkIdentifier>()
        .AddSingleton<DeclareAlias>()
        .AddSingleton<TellReferral>()
        .AddSingleton<CarryProfile>()
        .AddSingleton<MergeUsers>()
        .AddSingleton<DrainOutbox>();
}
