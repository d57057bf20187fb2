using Microsoft.Extensions.DependencyInjection;
using UserOps.Application.Messages;

namespace UserOps.Functions.Messages;

public static class EmailServices
{
    /// <param name="settings">Null: there is no e-mail, and every message is refused.</param>
    public static IServiceCollection AddEmail(this IServiceCollection services, EmailSettings? settings) => settings is null
        ? services.AddSingleton<IEmailSender, NoEmail>()
        : services.AddSingleton<IEmailSender>(provider =>
            new AcsEmailSender(AcsEmailClient.Open(settings.Account), settings, provider.GetRequiredService<TimeProvider>()));
}
