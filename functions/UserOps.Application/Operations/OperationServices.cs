using Microsoft.Extensions.DependencyInjection;

namespace UserOps.Application.Operations;

internal static class OperationServices
{
    public static IServiceCollection AddOperations(this IServiceCollection services) =>
        services.AddSingleton<CheckHealth>().AddSingleton<DeadLetters>().AddSingleton<BuryMessage>().AddSingleton<IHealthProbe, StoreProbe>();
}
