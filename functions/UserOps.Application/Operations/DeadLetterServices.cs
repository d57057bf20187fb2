using Microsoft.Extensions.DependencyInjection;

namespace UserOps.Application.Operations;

internal static class DeadLetterServices
{
    internal static IServiceCollection AddDeadLetters(this IServiceCollection services) => services.AddSingleton<DeadLetters>();
}
