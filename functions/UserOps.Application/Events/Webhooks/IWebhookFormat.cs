using System.Text.Json;
using UserOps.Application.Settings;

namespace UserOps.Application.Events.Webhooks;

/// <summary>How one kind of sender signs and what its bodies mean. Pure; a new kind of sender is one more of these.</summary>
internal interface IWebhookFormat
{
    SourceKind Kind { get; }

    /// <param name="now">By the system clock: a signature's age is no matter of virtual time.</param>
    WebhookCheck Check(WebhookDelivery delivery, SourceSettings source, DateTimeOffset now);

    WebhookContent Map(WebhookDelivery delivery, JsonElement body);
}
