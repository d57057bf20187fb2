using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using UserOps.Application.Journeys;
using UserOps.Application.Messages.Links;
using UserOps.Application.Messages.Webhooks;
using UserOps.Application.Settings;
using UserOps.Application.Users;

namespace UserOps.Application.Messages.Sending;

/// <summary>Everything that goes out to people. The host adds its <see cref="IEmailSender"/>.</summary>
internal static class SendingServices
{
    internal static IServiceCollection AddSending(this IServiceCollection services)
    {
        services.TryAddSingleton<SendWebhook>();
        return services
            .AddSingleton<ICallWebhooks>(provider => provider.GetRequiredService<SendWebhook>())
            .AddSingleton(provider => new LinkTokens(provider.GetRequiredService<UserKeys>().IdentityKey))
            .AddSingleton(provider => new PublicUrl(() => provider.GetRequiredService<UserOpsSettings>().Sending.PublicUrl))
            .AddSingleton<MessageLinks>()
            .AddSingleton<Suppressions>()
            .AddSingleton<SentIndex>()
            .AddSingleton<MessageRows>()
            .AddSingleton<InboxRows>()
            .AddSingleton<Pacers>()
            .AddSingleton<Addresses>()
            .AddSingleton<FindRecipient>()
            .AddSingleton<TrackLinks>()
            .AddSingleton<ComposeMessage>()
            .AddSingleton<INameSource, ChannelNames>()
            .AddSingleton<IJourneyCheck, CheckSends>()
            .AddSingleton<IChannel, EmailChannel>()
            .AddSingleton<IChannel, InboxChannel>()
            .AddSingleton<IChannel, GatewayChannel>()
            .AddSingleton<Claims>()
            .AddSingleton<CallProvider>()
            .AddSingleton<SettleClaim>()
            .AddSingleton<PassGate>()
            .AddSingleton<SendMessage>();
    }
}
