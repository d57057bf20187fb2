using System.Text.Json;
using UserOps.Application.Events.Forms;
using UserOps.Application.Events.Reading;
using UserOps.Application.Settings;
using UserOps.Domain;

namespace UserOps.Application.Events.Webhooks.Standard;

/// <summary>
/// Standard Webhooks 1.0 with a body of the suite's own form: <c>{"type": …, "timestamp": …, "data": {…}}</c>, see <see cref="EventForm"/>.
/// Source: https://github.com/standard-webhooks/standard-webhooks
/// </summary>
internal sealed class StandardFormat : IWebhookFormat
{
    public SourceKind Kind => SourceKind.Standard;

    public WebhookCheck Check(WebhookDelivery delivery, SourceSettings source, DateTimeOffset now) =>
        StandardSignature.IsGenuine(delivery.Headers, delivery.Body.Span, source.Secrets, now) ? WebhookCheck.Genuine : WebhookCheck.Forged;

    public WebhookContent Map(WebhookDelivery delivery, JsonElement body)
    {
        var envelope = new EventEnvelope
        {
            Source = delivery.Source,
            DedupeKey = delivery.Header("webhook-id"),
            ContentHash = HashText.Short(delivery.Body.Span),
            ReceivedAt = delivery.ReceivedAt,
            Currency = delivery.Currency,
            TypeField = "type",
            Type = body.At("type"u8),
            TimeField = "timestamp",
            Time = body.At("timestamp"u8),
            Data = body.At("data"u8),
        };
        var fault = new Fault();
        return EventForm.Map(envelope, fault) is { } mapped
            ? new WebhookContent.Mapped(IntakeOutcome.Of([mapped]))
            : new WebhookContent.Malformed(Rejection.Of(delivery.Source, 0, fault.Path("body"), fault.Reason, delivery.Body.Span));
    }
}
