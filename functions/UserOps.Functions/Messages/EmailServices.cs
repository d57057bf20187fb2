using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using UserOps.Application.Messages;

namespace UserOps.Functions.Messages;

public static class EmailServices
{
    /// <summary>Registers the <see cref="IEmailSender"/> that the settings ask for, or <see cref="NoEmail"/> when there are none; nothing when they are faulty.</summary>
    /// <returns>What it found, for the host to say at its start.</returns>
    public static EmailReading AddEmail(this IServiceCollection services, IConfiguration configuration)
    {
        var reading = EmailSettingsReader.Read(configuration);
        switch (reading)
        {
            case EmailReading.On { Settings: var settings }:
                services.AddSingleton<IEmailSender>(provider =>
                    new AcsEmailSender(AcsEmailClient.Open(settings.Account), settings, provider.GetRequiredService<TimeProvider>()));
                break;
            case EmailReading.Off:
                services.AddSingleton<IEmailSender, NoEmail>();
                break;
        }

        return reading;
    }
}
