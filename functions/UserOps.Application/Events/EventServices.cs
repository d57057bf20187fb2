using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using UserOps.Application.Events.Rejections;
using UserOps.Application.Events.Webhooks;
using UserOps.Application.Events.Webhooks.Shopify;
using UserOps.Application.Events.Webhooks.Standard;
using UserOps.Application.Events.Webhooks.Stripe;
using UserOps.Application.Events.Webhooks.WooCommerce;

namespace UserOps.Application.Events;

internal static class EventServices
{
    /// <summary>Needs <see cref="IAcceptEvents"/> and the table store besides.</summary>
    public static IServiceCollection AddEvents(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(new WallClock(TimeProvider.System));
        return services
            .AddSingleton<WriteKeyRing>()
            .AddSingleton<Intake>()
            .AddSingleton<RejectedEvents>()
            .AddSingleton<PrivacyRequests>()
            .AddSingleton<IWebhookFormat, ShopifyFormat>()
            .AddSingleton<IWebhookFormat, WooCommerceFormat>()
            .AddSingleton<IWebhookFormat, StripeFormat>()
            .AddSingleton<IWebhookFormat, StandardFormat>();
    }
}
