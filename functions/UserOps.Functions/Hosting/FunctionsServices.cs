using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using UserOps.Application;
using UserOps.Application.Settings;
using UserOps.Functions.Queues;

namespace UserOps.Functions.Hosting;

/// <summary>Puts the application together over Azure storage.</summary>
public static class FunctionsServices
{
    /// <exception cref="SettingsException">The application settings are not right.</exception>
    public static IServiceCollection AddUserOpsFunctions(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = FunctionsSettings.Read(configuration, false);
        return services
            .AddUserOps(settings.UserOps)
            .AddSingleton(settings.UserKeys)
            .AddSingleton(settings.Access)
            .AddSingleton<DeliverMessage>()
            .AddSingleton<PinWorkspace>()
            .AddHostedService<PrepareStart>();
    }
}
