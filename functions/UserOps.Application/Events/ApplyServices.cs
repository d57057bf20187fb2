using Microsoft.Extensions.DependencyInjection;
using UserOps.Application.Orders;

namespace UserOps.Application.Events;

internal static class ApplyServices
{
    internal static IServiceCollection AddApply(this IServiceCollection services) => services
        .AddSingleton<CommitEvents>()
        .AddSingleton<ApplyToUser>()
        .AddSingleton<ApplyToOrder>()
        .AddSingleton<ReleaseParked>()
        .AddSingleton<IndexOrder>()
        .AddSingleton<ApplyEvents>()
        .AddSingleton<IApplyEvents>(provider => provider.GetRequiredService<ApplyEvents>())
        .AddSingleton<IAcceptEvents, EnqueueEvents>()
        .AddSingleton<HandleMessage>()
        .AddSingleton<SweepInbox>();
}
